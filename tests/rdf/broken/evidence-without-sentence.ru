# breaks: evidence-sentence minCount
PREFIX : <http://example.org/id/>
PREFIX dai: <https://w3id.org/district-ai/ontology#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
DELETE WHERE { :e-jia dai:sentence ?o }
