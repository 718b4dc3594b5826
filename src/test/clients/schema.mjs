// What the server says of itself, as the clients' tools want it: generated/schema.graphql and generated/schema.json.
import { mkdirSync, writeFileSync } from 'node:fs';
import { buildClientSchema, getIntrospectionQuery, printSchema, validateSchema } from 'graphql';
import { check } from './check.mjs';
import { ask } from './server.mjs';

await check('schema introspection', async () => {
  const introspection = await ask(
    getIntrospectionQuery({
      descriptions: true,
      inputValueDeprecation: true,
      specifiedByUrl: true,
      schemaDescription: true,
      directiveIsRepeatable: true,
      oneOf: true,
    }),
  );
  const schema = buildClientSchema(introspection);
  const problems = validateSchema(schema);
  if (problems.length > 0) {
    throw new Error(problems.map((problem) => problem.message).join('; '));
  }
  const sdl = printSchema(schema);
  if (!/input OrderOrderBy @oneOf/.test(sdl)) {
    throw new Error('OrderOrderBy is no @oneOf input in the introspected schema');
  }
  mkdirSync('generated', { recursive: true });
  writeFileSync('generated/schema.graphql', sdl);
  writeFileSync('generated/schema.json', JSON.stringify(introspection));
});
