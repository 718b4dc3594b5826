// Documents for parts of the API that not every server has. The first line of each says what it needs of the schema:
// "# needs OrderConnection.aggregate" or "# needs @preview". The others are checked as soon as the schema has it.
import { readdirSync, readFileSync } from 'node:fs';
import { buildSchema } from 'graphql';

export function wantedLater() {
  const schema = buildSchema(readFileSync('generated/schema.graphql', 'utf8'));
  return readdirSync('later')
    .filter((name) => name.endsWith('.graphql'))
    .map((name) => ({ name, path: `later/${name}`, text: readFileSync(`later/${name}`, 'utf8') }))
    .filter(({ name, text }) => {
      const need = /^# needs (\S+)/.exec(text)?.[1];
      if (!need) {
        throw new Error(`later/${name} does not begin with "# needs Type.field" or "# needs @directive"`);
      }
      return has(schema, need);
    });
}

export function has(schema, need) {
  if (need.startsWith('@')) {
    return schema.getDirective(need.slice(1)) != null;
  }
  const [type, field] = need.split('.');
  return schema.getType(type)?.getFields()[field] !== undefined;
}
