# Sourced by the scripts beside it: compiles what is newer than its classes, and sets CLASS_PATH.
# The class path is kept in target/ and made anew when a pom is newer.
set -euo pipefail
ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
KEPT="$ROOT/migration-testkit/target/classpath.txt"
STAMP="$ROOT/migration-testkit/target/compiled.stamp"

newer_than() { # whether a file of the project is newer than the first argument
  [ ! -e "$1" ] || [ -n "$(find "$ROOT"/pom.xml "$ROOT"/migration-*/pom.xml "$ROOT"/migration-*/src/main -type f -newer "$1" -print -quit)" ]
}

if newer_than "$STAMP" || [ ! -s "$KEPT" ]; then
  echo "Compiling (the first time Maven also fetches what it needs) ..." >&2
  mkdir -p "$ROOT/migration-testkit/target"
  touch "$STAMP.new"
  (cd "$ROOT" && mvn -B -ntp -q -pl migration-testkit -am compile dependency:build-classpath \
      -Dmdep.outputFile=target/classpath.txt -Dmdep.includeScope=runtime) >&2
  mv "$STAMP.new" "$STAMP"
fi

CLASS_PATH="$ROOT/migration-testkit/target/classes:$(cat "$KEPT")"
