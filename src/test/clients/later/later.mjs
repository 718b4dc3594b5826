// What clients do with the parts of the API that not every server has; each check waits until the schema has its part.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { ApolloClient, HttpLink, InMemoryCache, gql } from '@apollo/client/core/index.js';
import { buildSchema } from 'graphql';
import { check } from '../check.mjs';
import { ask, post, url } from '../server.mjs';
import { withShop } from '../shop.mjs';
import { has } from './wanted.mjs';

const schema = buildSchema(readFileSync('generated/schema.graphql', 'utf8'));

async function checkWith(need, what, body) {
  if (has(schema, need)) {
    await check(what, () => withShop(body));
  }
}

const balanceOf = async ({ id }) => (await ask('query ($id: ID!) { user(id: $id) { balance } }', { id })).user.balance;
const order = ({ customer, product }, quantity) => ({
  customerId: customer.id,
  items: { create: [{ productId: product.id, quantity }] },
});

await checkWith('OrderConnection.aggregate', 'later aggregate over all rows of a page', async ({ customer }) => {
  const { orders } = await ask(
    'query ($filter: OrderFilter) { orders(first: 1, filter: $filter) { aggregate { count sum { amountTotal itemCount } max { amountTotal } } } }',
    { filter: { customerId: { eq: customer.id } } },
  );
  assert.deepEqual(orders.aggregate, {
    count: 5,
    sum: { amountTotal: '187.50', itemCount: '5' },
    max: { amountTotal: '62.50' },
  });
});

await checkWith('OrderConnection.groupBy', 'later groupBy with its typed key', async ({ customer }) => {
  const { orders } = await ask(
    `query ($filter: OrderFilter) {
      orders(filter: $filter) { groupBy(keys: [STATUS]) { key { status } aggregate { sum { amountTotal } } } }
    }`,
    { filter: { customerId: { eq: customer.id } } },
  );
  assert.deepEqual(orders.groupBy, [{ key: { status: 'OPEN' }, aggregate: { sum: { amountTotal: '187.50' } } }]);
});

// the payload selects nothing of the customer but by "affected", and the cache knows the new balance
for (const [field, input, balance] of [
  ['createOrder', async (shop) => ({ order: order(shop, 1) }), '200.00'],
  ['deleteOrder', async ({ customer }) => ({ id: await smallestOrder(customer) }), '175.00'],
]) {
  const payload = `${field[0].toUpperCase()}${field.slice(1)}`;
  await checkWith(
    `${payload}Payload.affected`,
    `later ${field} brings the customer's balance into Apollo's cache by "affected"`,
    async (shop) => {
      const possibleTypes = { Node: schema.getPossibleTypes(schema.getType('Node')).map((type) => type.name) };
      const cache = new InMemoryCache({ possibleTypes, typePolicies: { Node: { keyFields: ['nodeId'] } } });
      const client = new ApolloClient({ link: new HttpLink({ uri: url }), cache });
      await client.query({
        query: gql`
          query ($id: ID!) {
            user(id: $id) {
              nodeId
              balance
            }
          }
        `,
        variables: { id: shop.customer.id },
      });
      await client.mutate({
        mutation: gql(
          `mutation ($input: ${payload}Input!) { ${field}(input: $input) { affected { nodeId ... on User { balance } } } }`,
        ),
        variables: { input: await input(shop) },
      });
      assert.equal(
        cache.extract()[cache.identify({ __typename: 'User', nodeId: shop.customer.nodeId })].balance,
        balance,
      );
    },
  );
}

async function smallestOrder({ id }) {
  const { user } = await ask(
    'query ($id: ID!) { user(id: $id) { orders(first: 1, orderBy: [{ amountTotal: ASC }]) { nodes { id } } } }',
    { id },
  );
  return user.orders.nodes[0].id;
}

await checkWith('@preview', 'later @preview shows the balance and changes nothing', async (shop) => {
  const mutation =
    'mutation ($input: CreateOrderInput!) @preview { createOrder(input: $input) { order { customer { balance } } } }';
  const { createOrder } = await ask(mutation, { input: { order: order(shop, 1) } });
  assert.equal(createOrder.order.customer.balance, '200.00');
  assert.equal(await balanceOf(shop.customer), '187.50');
});

await checkWith('@explain', 'later @explain lists the rules in extensions', async (shop) => {
  const mutation = 'mutation ($input: CreateOrderInput!) @explain { createOrder(input: $input) { order { nodeId } } }';
  const { extensions } = await post(mutation, { input: { order: order(shop, 1) } });
  const balance = extensions.rules.find((step) => step.rule === 'User.balance' || step.attribute === 'balance');
  assert.equal(balance?.after, '200.00', JSON.stringify(extensions.rules));
});

await checkWith('Mutation.upsertOrder', 'later upsert changes what is there', async (shop) => {
  const key = { id: await smallestOrder(shop.customer) };
  const mutation = 'mutation ($input: UpsertOrderInput!) { upsertOrder(input: $input) { created order { note } } }';
  const { upsertOrder } = await ask(mutation, { input: { key, create: order(shop, 1), patch: { note: 'patched' } } });
  assert.deepEqual(upsertOrder, { created: false, order: { note: 'patched' } });
});
