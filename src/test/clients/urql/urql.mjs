// urql's core with Graphcache, which reads the introspected schema.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Client, fetchExchange, gql } from '@urql/core';
import { cacheExchange } from '@urql/exchange-graphcache';
import { relayPagination } from '@urql/exchange-graphcache/extras';
import { buildClientSchema, isInterfaceType, isObjectType } from 'graphql';
import { check } from '../check.mjs';
import { url } from '../server.mjs';
import { withShop } from '../shop.mjs';

const introspection = JSON.parse(readFileSync('generated/schema.json', 'utf8'));
const schema = buildClientSchema(introspection);
const node = schema.getType('Node');

// entities by nodeId; connections, edges and payloads live within their parents
const keys = Object.fromEntries(
  Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type) && !type.name.startsWith('__'))
    .map((type) => [type.name, type.getInterfaces().includes(node) ? (row) => row.nodeId : () => null]),
);

function urql(warnings = []) {
  assert.ok(isInterfaceType(node));
  return new Client({
    url,
    preferGetMethod: false,
    exchanges: [
      cacheExchange({
        schema: introspection,
        keys,
        resolvers: { User: { orders: relayPagination() } },
        updates: {
          Mutation: {
            deleteOrder: ({ deleteOrder }, _, cache) =>
              cache.invalidate({ __typename: 'Order', nodeId: deleteOrder.deletedNodeId }),
          },
        },
        logger: (severity, message) => severity !== 'debug' && warnings.push(message),
      }),
      fetchExchange,
    ],
  });
}

const CUSTOMER = gql`
  query ($id: ID!, $after: String) {
    user(id: $id) {
      nodeId
      balance
      orders(first: 2, after: $after, orderBy: [{ amountTotal: ASC }]) {
        edges {
          node {
            nodeId
            id
            amountTotal
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`;
const CREATE = gql`
  mutation ($input: CreateOrderInput!) {
    createOrder(input: $input) {
      order {
        nodeId
        amountTotal
        customer {
          nodeId
          balance
        }
      }
    }
  }
`;
const DELETE = gql`
  mutation ($id: ID!) {
    deleteOrder(input: { id: $id }) {
      deletedNodeId
    }
  }
`;

async function data(operation) {
  const result = await operation;
  if (result.error) {
    throw result.error;
  }
  return result.data;
}

const totals = ({ user }) => user.orders.edges.map((edge) => edge.node.amountTotal);
const pieces = (product, quantity) => ({ create: [{ productId: product.id, quantity }] });
const cached = { requestPolicy: 'cache-only' };

await check('urql relayPagination of a nested connection, without a warning', () =>
  withShop(async ({ customer }) => {
    const warnings = [];
    const client = urql(warnings);
    let read = await data(client.query(CUSTOMER, { id: customer.id }));
    while (read.user.orders.pageInfo.hasNextPage) {
      read = await data(client.query(CUSTOMER, { id: customer.id, after: read.user.orders.pageInfo.endCursor }));
    }
    assert.deepEqual(totals(read), ['12.50', '25.00', '37.50', '50.00', '62.50']);
    assert.deepEqual(warnings, []);
  }),
);

await check('urql a mutation brings derived values of other rows into the cache', () =>
  withShop(async ({ customer, product }) => {
    const client = urql();
    assert.equal((await data(client.query(CUSTOMER, { id: customer.id }))).user.balance, '187.50');
    const order = { customer: { connect: { nodeId: customer.nodeId } }, items: pieces(product, 2) };
    await data(client.mutation(CREATE, { input: { order } }));
    assert.equal((await data(client.query(CUSTOMER, { id: customer.id }, cached))).user.balance, '212.50');
  }),
);

await check('urql invalidates by deletedNodeId and fetches again', () =>
  withShop(async ({ customer }) => {
    const client = urql();
    const { user } = await data(client.query(CUSTOMER, { id: customer.id }));
    await data(client.mutation(DELETE, { id: user.orders.edges[0].node.id }));
    const read = await data(client.query(CUSTOMER, { id: customer.id }));
    assert.deepEqual(totals(read), ['25.00', '37.50']);
    assert.equal(read.user.balance, '175.00');
  }),
);

await check('urql gets a refusal with its code', () =>
  withShop(async ({ customer, product }) => {
    const order = { customerId: customer.id, items: pieces(product, 100) };
    const { error } = await urql().mutation(CREATE, { input: { order } });
    assert.equal(error.networkError, undefined);
    assert.equal(error.graphQLErrors[0].extensions.code, 'CONSTRAINT_VIOLATION');
  }),
);

// urql's own default: short queries by GET
for (const [method, preferGetMethod] of [
  ['POST', false],
  ['GET', undefined],
]) {
  await check(`urql by ${method}, an answer and an error`, async () => {
    const client = new Client({ url, exchanges: [fetchExchange], preferGetMethod });
    const { users } = await data(
      client.query(
        gql`
          query ($first: Int) {
            users(first: $first) {
              totalCount
            }
          }
        `,
        { first: 1 },
      ),
    );
    assert.equal(typeof users.totalCount, 'number');
    const { error } = await client.query(
      gql`
        {
          orders {
            nodes {
              amonutTotal
            }
          }
        }
      `,
      {},
    );
    assert.equal(error.graphQLErrors[0]?.extensions.code, 'BAD_USER_INPUT', error.message);
  });
}
