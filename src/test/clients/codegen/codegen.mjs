import { wantedLater } from '../later/wanted.mjs';

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
  schema: 'generated/schema.graphql',
  documents: ['codegen/documents/*.graphql', ...wantedLater().map((document) => document.path)],
  generates: {
    'generated/codegen/': {
      preset: 'client',
      presetConfig: { fragmentMasking: { unmaskFunctionName: 'unmask' } },
      config: types,
    },
  },
};
