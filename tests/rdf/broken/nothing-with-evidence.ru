# breaks: named-type minCount, evidence-of-something sparql
PREFIX : <http://example.org/id/>
PREFIX dai: <https://w3id.org/district-ai/ontology#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
INSERT DATA { :x a dai:Evidence ; dai:subject :unknown ; dai:property rdf:type ; dai:object dai:Enterprise ; dai:reply :r ;
    dai:quotation "甲"@zh ; dai:start 0 ; dai:end 1 ; dai:status dai:existing ; dai:rule "rule" ; dai:confidence 0.5 }
