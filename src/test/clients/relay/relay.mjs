// relay-runtime with what relay-compiler generated, as react-relay would use it.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import relay from 'relay-runtime';
import { check } from '../check.mjs';
import { post } from '../server.mjs';
import { withShop } from '../shop.mjs';

const { ConnectionHandler, Environment, Network, RecordSource, Store } = relay;
const generated = createRequire(import.meta.url);
const artifact = (name) => generated(`../generated/relay/${name}.graphql.js`);

// Without getDataID Relay's runtime takes "id", and User 1 and Order 1 become one record.
function environment() {
  return new Environment({
    network: Network.create((request, variables) => post(request.text, variables)),
    store: new Store(new RecordSource()),
    getDataID: (record) => record.nodeId,
  });
}

async function fetched(environment, name, variables) {
  const request = artifact(name);
  await relay.fetchQuery(environment, request, variables).toPromise();
  const operation = relay.createOperationDescriptor(request, variables);
  environment.retain(operation);
  return environment.lookup(operation.fragment).data;
}

function read(environment, fragment, reference) {
  return environment.lookup(relay.getSingularSelector(artifact(fragment), reference)).data;
}

function committed(environment, name, variables) {
  return new Promise((resolve, reject) =>
    relay.commitMutation(environment, {
      mutation: artifact(name),
      variables,
      onCompleted: (response, errors) => (errors ? reject(errors[0]) : resolve(response)),
      onError: reject,
    }),
  );
}

const page = { filter: { status: { eq: 'OPEN' } }, orderBy: [{ amountTotal: 'DESC' }] };

await check('relay-runtime @refetchable pagination of a nested @connection', () =>
  withShop(async ({ customer }) => {
    const shopping = environment();
    const { userByUsername } = await fetched(shopping, 'customerPageQuery', { username: customer.username, ...page });
    const read2 = read(shopping, 'customerOrders', userByUsername).orders;
    assert.deepEqual(
      read2.edges.map((edge) => edge.node.amountTotal),
      ['62.50', '50.00'],
    );
    assert.equal(read2.totalCount, 5);
    await fetched(shopping, 'customerOrdersPaginationQuery', {
      nodeId: customer.nodeId,
      count: 2,
      cursor: read2.pageInfo.endCursor,
      ...page,
    });
    const read4 = read(shopping, 'customerOrders', userByUsername).orders;
    assert.deepEqual(
      read4.edges.map((edge) => edge.node.amountTotal),
      ['62.50', '50.00', '37.50', '25.00'],
    );
    const items = read(shopping, 'customerOrderItems', read4.edges[3].node).items;
    assert.deepEqual(
      items.edges.map((edge) => edge.node.quantity),
      [2],
    );
  }),
);

await check('relay-runtime pagination backwards on the root', () =>
  withShop(async ({ name }) => {
    const shopping = environment();
    const query = await fetched(shopping, 'catalogueProductsPaginationQuery', {
      last: 1,
      filter: { name: { eq: name } },
    });
    const { edges, pageInfo } = read(shopping, 'catalogueProducts', query).products;
    assert.deepEqual(
      edges.map((edge) => edge.node.unitPrice),
      ['12.50'],
    );
    assert.equal(pageInfo.hasPreviousPage, false);
  }),
);

await check('relay-runtime mutations change the store: @appendNode, @deleteRecord, derived values', () =>
  withShop(async ({ customer, product }) => {
    const shopping = environment();
    const { userByUsername } = await fetched(shopping, 'customerPageQuery', { username: customer.username, ...page });
    const connections = [ConnectionHandler.getConnectionID(customer.nodeId, 'customerOrders_orders', page)];
    const balance = () => read(shopping, 'customerBadge', userByUsername).balance;
    const totals = () =>
      read(shopping, 'customerOrders', userByUsername).orders.edges.map((edge) => edge.node.amountTotal);
    assert.equal(balance(), '187.50');
    const { createOrder } = await committed(shopping, 'changesCreateOrderMutation', {
      input: { order: { customerId: customer.id, items: { create: [{ productId: product.id, quantity: 8 }] } } },
      connections,
    });
    assert.equal(createOrder.order.amountTotal, '100.00');
    assert.equal(balance(), '287.50');
    assert.deepEqual(totals(), ['62.50', '50.00', '100.00']);
    const { id } = createOrder.order;
    await committed(shopping, 'changesShipOrderMutation', { id, expectedVersion: null, shippedOn: '2026-01-31' });
    assert.equal(balance(), '187.50');
    await committed(shopping, 'changesDeleteOrderMutation', { id, connections });
    assert.deepEqual(totals(), ['62.50', '50.00']);
  }),
);

await check('relay-runtime gets an error with its code', () =>
  withShop(async ({ customer, product }) => {
    const tooMuch = {
      order: { customerId: customer.id, items: { create: [{ productId: product.id, quantity: 999 }] } },
    };
    const refused = await committed(environment(), 'changesCreateOrderMutation', {
      input: tooMuch,
      connections: [],
    }).then(
      () => assert.fail('not refused'),
      (error) => error.source.errors[0],
    );
    assert.equal(refused.extensions.code, 'CONSTRAINT_VIOLATION');
  }),
);
