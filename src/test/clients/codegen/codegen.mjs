import { wantedLater } from '../later/wanted.mjs';
import { url } from '../server.mjs';

// strictScalars: a scalar of the schema that has no type here is an error, not an "any"
const types = {
  strictScalars: true,
  scalars: {
    BigDecimal: 'string', // this and BigInteger: only arguments of the directive @constraint
    BigInteger: 'string',
    BigInt: 'string',
    Bytes: 'string',
    Date: 'string',
    DateTime: 'string',
    Decimal: 'string',
    JSON: 'unknown',
  },
};

export default {
  emitLegacyCommonJSImports: false,
  // without oneOf the introspection does not ask for it, and a @oneOf input takes any keys
  schema: [{ [url]: { oneOf: true } }],
  documents: ['codegen/documents/*.graphql', ...wantedLater().map((document) => document.path)],
  generates: {
    'generated/codegen/': {
      preset: 'client',
      presetConfig: { fragmentMasking: { unmaskFunctionName: 'unmask' } },
      config: types,
    },
  },
};
