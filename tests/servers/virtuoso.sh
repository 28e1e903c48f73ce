#!/usr/bin/env bash
# Starts Virtuoso 7 (Debian's virtuoso-opensource-7-bin and -7) on this machine only, in an empty folder, until it is ended.
#   virtuoso.sh FOLDER HTTP_PORT SQL_PORT PASSWORD
# Prints "ready" once user dba may publish with that password over /sparql-graph-crud-auth (Digest).
set -euo pipefail
folder=$1 http=$2 sql=$3 password=$4
mkdir -p "$folder"
cd "$folder"
cat > virtuoso.ini <<INI
[Database]
DatabaseFile = $folder/virtuoso.db
ErrorLogFile = $folder/virtuoso.log
LockFile = $folder/virtuoso.lck
TransactionFile = $folder/virtuoso.trx
xa_persistent_file = $folder/virtuoso.pxa
MaxCheckpointRemap = 2000
[TempDatabase]
DatabaseFile = $folder/temporary.db
TransactionFile = $folder/temporary.trx
[Parameters]
ServerPort = 127.0.0.1:$sql
ServerThreads = 10
NumberOfBuffers = 40000
MaxDirtyBuffers = 30000
DirsAllowed = $folder
[HTTPServer]
ServerPort = 127.0.0.1:$http
ServerRoot = $folder
ServerThreads = 5
[SPARQL]
ResultSetMaxRows = 1000000
INI
virtuoso-t +configfile "$folder/virtuoso.ini" +foreground > "$folder/out.log" 2>&1 &
server=$!
trap 'kill "$server" 2>/dev/null; wait "$server" 2>/dev/null' EXIT
trap 'exit 0' TERM INT
ask() { isql-vt "127.0.0.1:$sql" "$@" < /dev/null; }
for _ in $(seq 600); do
  if ask dba dba exec="set password \"dba\" \"$password\";" > /dev/null 2>&1; then break; fi
  kill -0 "$server" 2>/dev/null || { cat "$folder/out.log" >&2; exit 1; }
  sleep 0.5
done
ask dba "$password" exec="status();" > /dev/null
echo ready
wait "$server"
