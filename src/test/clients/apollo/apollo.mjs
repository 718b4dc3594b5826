// Apollo Client's core with its normalised cache, as a React application would configure it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { ApolloClient, CombinedGraphQLErrors, HttpLink, InMemoryCache, gql } from '@apollo/client/core/index.js';
import { relayStylePagination } from '@apollo/client/utilities/index.js';
import { buildSchema } from 'graphql';
import { check } from '../check.mjs';
import { url } from '../server.mjs';
import { withShop } from '../shop.mjs';

const schema = buildSchema(readFileSync('generated/schema.graphql', 'utf8'));
const entities = schema.getPossibleTypes(schema.getType('Node')).map((type) => type.name);
const pages = relayStylePagination(['filter', 'orderBy']);

function apollo() {
  return new ApolloClient({
    link: new HttpLink({ uri: url }),
    cache: new InMemoryCache({
      possibleTypes: { Node: entities },
      typePolicies: {
        Node: { keyFields: ['nodeId'] },
        Query: { fields: { orders: pages } },
        User: { fields: { orders: pages } },
      },
    }),
  });
}

const CUSTOMER = gql`
  query Customer($id: ID!, $first: Int!, $after: String) {
    user(id: $id) {
      nodeId
      balance
      openOrderCount
      orders(first: $first, after: $after, orderBy: [{ amountTotal: ASC }]) {
        edges {
          cursor
          node {
            nodeId
            id
            amountTotal
            status
            customer {
              nodeId
              username
            }
          }
        }
        pageInfo {
          hasNextPage
          endCursor
          hasPreviousPage
          startCursor
        }
      }
    }
  }
`;
const CREATE = gql`
  mutation Create($input: CreateOrderInput!) {
    createOrder(input: $input) {
      order {
        nodeId
        id
        amountTotal
        customer {
          nodeId
          balance
          openOrderCount
        }
      }
    }
  }
`;
const SHIP = gql`
  mutation Ship($input: UpdateOrderInput!) {
    updateOrder(input: $input) {
      order {
        nodeId
        status
        version
        customer {
          nodeId
          balance
          openOrderCount
        }
      }
    }
  }
`;
const DELETE = gql`
  mutation Delete($id: ID!) {
    deleteOrder(input: { id: $id }) {
      deletedNodeId
    }
  }
`;

const pieces = (product, quantity) => ({ create: [{ productId: product.id, quantity }] });
const cacheId = (client, __typename, nodeId) => client.cache.identify({ __typename, nodeId });

await check('apollo relayStylePagination of a nested connection', () =>
  withShop(async ({ customer }) => {
    const client = apollo();
    const variables = { id: customer.id, first: 2 };
    let { data } = await client.query({ query: CUSTOMER, variables });
    const watch = client.watchQuery({ query: CUSTOMER, variables });
    const subscription = watch.subscribe({});
    while (data.user.orders.pageInfo.hasNextPage) {
      await watch.fetchMore({ variables: { after: data.user.orders.pageInfo.endCursor } });
      data = client.readQuery({ query: CUSTOMER, variables });
    }
    subscription.unsubscribe();
    assert.deepEqual(
      data.user.orders.edges.map((edge) => edge.node.amountTotal),
      ['12.50', '25.00', '37.50', '50.00', '62.50'],
    );
  }),
);

await check('apollo normalises every entity by nodeId', () =>
  withShop(async ({ customer }) => {
    const client = apollo();
    await client.query({ query: CUSTOMER, variables: { id: customer.id, first: 5 } });
    const records = client.cache.extract();
    assert.deepEqual(
      Object.keys(records).filter((key) => key.startsWith('User:')),
      [`User:{"nodeId":"${customer.nodeId}"}`],
    );
    assert.equal(Object.keys(records).filter((key) => key.startsWith('Order:')).length, 5);
    const { data } = await client.query({
      query: gql`
        query Any($nodeId: ID!) {
          node(nodeId: $nodeId) {
            nodeId
            ... on User {
              username
            }
          }
        }
      `,
      variables: { nodeId: customer.nodeId },
    });
    assert.equal(data.node.username, customer.username);
    assert.deepEqual(client.cache.extract().ROOT_QUERY[`node({"nodeId":"${customer.nodeId}"})`], {
      __ref: cacheId(client, 'User', customer.nodeId),
    });
  }),
);

await check('apollo a mutation brings derived values of other rows into the cache', () =>
  withShop(async ({ customer, product }) => {
    const client = apollo();
    const seen = [];
    const variables = { id: customer.id, first: 10 };
    await client.query({ query: CUSTOMER, variables });
    const subscription = client
      .watchQuery({ query: CUSTOMER, variables, fetchPolicy: 'cache-only' })
      .subscribe(({ data }) => seen.push(`${data.user.balance} ${data.user.openOrderCount}`));
    const { data } = await client.mutate({
      mutation: CREATE,
      variables: { input: { order: { customer: { connect: { id: customer.id } }, items: pieces(product, 2) } } },
    });
    const { id } = data.createOrder.order;
    await client.mutate({ mutation: SHIP, variables: { input: { id, patch: { shippedOn: '2026-01-31' } } } });
    subscription.unsubscribe();
    assert.deepEqual(seen, ['187.50 5', '212.50 6', '187.50 5']);
  }),
);

await check('apollo evicts by deletedNodeId, and the page loses its row', () =>
  withShop(async ({ customer }) => {
    const client = apollo();
    const first = await client.query({ query: CUSTOMER, variables: { id: customer.id, first: 5 } });
    const { nodeId, id } = first.data.user.orders.edges[1].node;
    await client.mutate({
      mutation: DELETE,
      variables: { id },
      update: (cache, { data }) => {
        assert.equal(data.deleteOrder.deletedNodeId, nodeId);
        cache.evict({ id: cacheId(client, 'Order', data.deleteOrder.deletedNodeId) });
      },
    });
    const after = client.readQuery({ query: CUSTOMER, variables: { id: customer.id, first: 5 } });
    assert.deepEqual(
      after.user.orders.edges.map((edge) => edge.node.amountTotal),
      ['12.50', '37.50', '50.00', '62.50'],
    );
  }),
);

await check('apollo gets a refusal with code, rule and values', () =>
  withShop(async ({ customer, product }) => {
    const client = apollo();
    const refused = await client
      .mutate({
        mutation: CREATE,
        variables: { input: { order: { customerId: customer.id, items: pieces(product, 100) } } },
      })
      .then(
        () => assert.fail('not refused'),
        (error) => error,
      );
    assert.ok(CombinedGraphQLErrors.is(refused), refused);
    assert.deepEqual(refused.errors[0].path, ['createOrder']);
    const { code, rule, values } = refused.errors[0].extensions;
    assert.deepEqual(
      { code, rule, values },
      {
        code: 'CONSTRAINT_VIOLATION',
        rule: 'User.withinCreditLimit',
        values: { balance: '1437.50', creditLimit: '1000.00' },
      },
    );
  }),
);

await check('apollo gets a 4xx answer as GraphQL errors', async () => {
  const wrong = await apollo()
    .query({
      query: gql`
        {
          orders {
            nodes {
              amonutTotal
            }
          }
        }
      `,
    })
    .then(
      () => assert.fail('not refused'),
      (error) => error,
    );
  assert.ok(CombinedGraphQLErrors.is(wrong), wrong);
  assert.equal(wrong.errors[0].extensions.code, 'BAD_USER_INPUT');
});
