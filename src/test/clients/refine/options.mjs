// For a refine application to copy: `createDataProvider(client, quipuOptions)` of @refinedev/graphql speaks with Quipu. How
// refine's lists, filters and writes become variables, and where the answers stand; the documents are the application's.
import { gql } from '@urql/core';
import camelcase from 'camelcase';
import { print } from 'graphql';
import pluralize from 'pluralize';

const singular = (resource) => camelcase(pluralize.singular(resource));
const type = (resource) => camelcase(pluralize.singular(resource), { pascalCase: true });

export const quipuOptions = {
  // query ($first: Int, $offset: Int, $filter: OrderFilter, $orderBy: [OrderOrderBy!])
  getList: {
    buildVariables: ({ pagination, filters, sorters, meta }) => ({
      ...page(pagination),
      filter: { and: (filters ?? []).map(condition) },
      orderBy: (sorters ?? []).map((sorter) => nested(sorter.field, sorter.order.toUpperCase())),
      ...meta?.gqlVariables,
    }),
  },
  getOne: {
    // an edit form knows but its mutation: what that selects of the row is the query
    convertMutationToQuery: ({ resource, meta }) => {
      const [mutation, ...fragments] = (meta.gqlQuery ?? meta.gqlMutation).definitions;
      const payload = mutation.selectionSet.selections[0].selectionSet.selections;
      const row = payload.find((field) => field.name?.value === singular(resource));
      return gql(
        `query ($id: ID!) { ${singular(resource)}(id: $id) ${print(row.selectionSet)} } ${fragments.map(print).join(' ')}`,
      );
    },
  },
  create: {
    buildVariables: ({ resource, variables }) => ({ input: { [singular(resource)]: variables } }),
    dataMapper: ({ data }, { resource }) => data[`create${type(resource)}`][singular(resource)],
  },
  update: {
    buildVariables: ({ id, variables, meta }) => ({ input: { id, patch: variables, ...meta?.gqlVariables } }),
    dataMapper: ({ data }, { resource }) => data[`update${type(resource)}`][singular(resource)],
  },
  deleteOne: {
    buildVariables: ({ id, meta }) => ({ input: { id, ...meta?.gqlVariables } }),
    dataMapper: ({ data }, { resource }) => ({ id: data[`delete${type(resource)}`].deletedId }),
  },
  createMany: {
    buildVariables: ({ resource, variables }) => ({ input: { [camelcase(resource)]: variables } }),
    dataMapper: ({ data }, { resource }) => data[`create${pluralize(type(resource))}`][camelcase(resource)],
  },
  updateMany: {
    buildVariables: ({ ids, variables }) => ({
      input: { filter: { id: { in: ids } }, patch: variables, atMost: ids.length },
    }),
  },
  deleteMany: {
    buildVariables: ({ ids }) => ({ input: { filter: { id: { in: ids } }, atMost: ids.length } }),
  },
};

function page({ mode, currentPage = 1, pageSize = 10 } = {}) {
  // more than the server's largest page it refuses, so "off" is that page
  return mode === 'off' ? { first: 1000 } : { first: pageSize, offset: (currentPage - 1) * pageSize };
}

// "customer.username" goes along the reference
function nested(path, value) {
  return path.split('.').reduceRight((inner, name) => ({ [name]: inner }), value);
}

const operators = {
  eq: (value) => ({ eq: value }),
  ne: (value) => ({ neq: value }),
  eqs: (value) => ({ eq: value }),
  nes: (value) => ({ neq: value }),
  lt: (value) => ({ lt: value }),
  lte: (value) => ({ lte: value }),
  gt: (value) => ({ gt: value }),
  gte: (value) => ({ gte: value }),
  in: (value) => ({ in: value }),
  nin: (value) => ({ notIn: value }),
  contains: (value) => ({ iContains: value }),
  containss: (value) => ({ contains: value }),
  startswith: (value) => ({ iStartsWith: value }),
  startswiths: (value) => ({ startsWith: value }),
  endswith: (value) => ({ iEndsWith: value }),
  endswiths: (value) => ({ endsWith: value }),
  null: () => ({ isNull: true }),
  nnull: () => ({ isNull: false }),
  between: ([lower, upper]) => ({ between: { lower, upper } }),
  nbetween: ([lower, upper]) => ({ notBetween: { lower, upper } }),
};

function condition({ operator, field, value }) {
  if (operator === 'and' || operator === 'or') {
    return { [operator]: value.map(condition) };
  }
  if (operator in operators) {
    return nested(field, operators[operator](value));
  }
  // ncontains and the like: what they negate stands behind the n
  if (operator.startsWith('n') && operator.slice(1) in operators) {
    return { not: condition({ operator: operator.slice(1), field, value }) };
  }
  throw new Error(`Quipu's data provider does not know the operator "${operator}" of ${field}`);
}
