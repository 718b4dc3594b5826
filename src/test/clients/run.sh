#!/usr/bin/env bash
# Public GraphQL clients against a running Quipu with introspection, whose anonymous role may write:
#   ./run.sh [URL]        http://localhost:8080/graphql unless told otherwise
# A line a check; ends with 1 if any failed. It makes its own rows and deletes them.
cd "$(dirname "$0")" || exit 1
export QUIPU_URL=${1:-http://localhost:8080/graphql}
failed=0

# a tool's check: it says nothing unless it fails
tool() {
  local what=$1 output
  shift
  if output=$("$@" 2>&1); then
    echo "ok $what"
  else
    failed=1
    echo "failed $what:"
    echo "$output"
  fi
}

checks() {
  node "$1" || failed=1
}

npm install --no-package-lock --no-audit --no-fund --loglevel=error >/dev/null || exit 1
rm -rf generated && mkdir -p generated/relay
echo '{"type": "commonjs"}' >generated/relay/package.json
PATH=$PWD/node_modules/.bin:$PATH

node schema.mjs || exit 1
tool "relay-compiler" relay-compiler relay.config.json
checks relay/relay.mjs
tool "graphql-codegen client-preset" graphql-codegen --config codegen/codegen.mjs
tool "tsc --strict on the generated types and their use" tsc -p codegen
checks generated/out/codegen/usage.js
checks apollo/apollo.mjs
checks urql/urql.mjs
checks refine/refine.mjs
checks later/later.mjs
exit $failed
