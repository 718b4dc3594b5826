import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Client, fetchExchange, gql } from '@urql/core';
import { check } from '../check.mjs';
import { url } from '../server.mjs';
import { withShop } from '../shop.mjs';
import { quipuOptions } from './options.mjs';

// its ES module wants a bundler ("lodash/set" without an extension), so node takes the other
const { default: createDataProvider } = createRequire(import.meta.url)('@refinedev/graphql');
const client = new Client({ url, preferGetMethod: false, exchanges: [fetchExchange] });
const provider = createDataProvider(client, quipuOptions);

const ORDERS = gql`
  query ($first: Int, $offset: Int, $filter: OrderFilter, $orderBy: [OrderOrderBy!]) {
    orders(first: $first, offset: $offset, filter: $filter, orderBy: $orderBy) {
      nodes {
        id
        note
        amountTotal
        customer {
          username
        }
      }
      totalCount
    }
  }
`;
const ORDER = gql`
  query ($id: ID!) {
    order(id: $id) {
      id
      note
      status
      amountTotal
    }
  }
`;
const MANY = gql`
  query ($filter: OrderFilter) {
    orders(filter: $filter, first: 1000) {
      nodes {
        id
      }
    }
  }
`;
const CREATE = gql`
  mutation ($input: CreateOrderInput!) {
    createOrder(input: $input) {
      order {
        id
        note
        amountTotal
      }
    }
  }
`;
const UPDATE = gql`
  mutation ($input: UpdateOrderInput!) {
    updateOrder(input: $input) {
      order {
        id
        note
        status
        version
      }
    }
  }
`;
const DELETE = gql`
  mutation ($input: DeleteOrderInput!) {
    deleteOrder(input: $input) {
      deletedId
    }
  }
`;

const by = (field, operator, value) => ({ field, operator, value });

function list(name, more) {
  return provider.getList({
    resource: 'orders',
    meta: { gqlQuery: ORDERS },
    ...more,
    filters: [by('customer.username', 'eq', name), ...(more.filters ?? [])],
  });
}

await check('refine getList with pages, sorters and the total', () =>
  withShop(async ({ name }) => {
    const sorters = [
      { field: 'customer.username', order: 'asc' },
      { field: 'amountTotal', order: 'desc' },
    ];
    const second = await list(name, { pagination: { currentPage: 2, pageSize: 2 }, sorters });
    assert.deepEqual(
      second.data.map((order) => order.amountTotal),
      ['37.50', '25.00'],
    );
    assert.equal(second.total, 5);
    assert.equal((await list(name, { pagination: { mode: 'off' } })).data.length, 5);
  }),
);

await check('refine getList with its operators', () =>
  withShop(async ({ name }) => {
    const cases = [
      [by('amountTotal', 'eq', '25.00'), '2'],
      [by('amountTotal', 'ne', '25.00'), '1345'],
      [by('note', 'eqs', `${name} 2`), '2'],
      [by('note', 'nes', `${name} 2`), '1345'],
      [by('amountTotal', 'lt', 25), '1'],
      [by('amountTotal', 'lte', 25), '12'],
      [by('amountTotal', 'gt', 50), '5'],
      [by('amountTotal', 'gte', 50), '45'],
      [by('amountTotal', 'in', ['12.50', '62.50']), '15'],
      [by('amountTotal', 'nin', ['12.50', '62.50']), '234'],
      [by('amountTotal', 'between', ['20', '40']), '23'],
      [by('amountTotal', 'nbetween', ['20', '40']), '145'],
      [by('note', 'contains', name.toUpperCase()), '12345'],
      [by('note', 'ncontains', ' 3'), '1245'],
      [by('note', 'containss', name.toUpperCase()), ''],
      [by('note', 'ncontainss', ' 3'), '1245'],
      [by('note', 'startswith', 'CLIENT'), '12345'],
      [by('note', 'nstartswith', 'CLIENT'), ''],
      [by('note', 'startswiths', 'CLIENT'), ''],
      [by('note', 'nstartswiths', 'CLIENT'), '12345'],
      [by('note', 'endswith', ' 4'), '4'],
      [by('note', 'nendswith', ' 4'), '1235'],
      [by('note', 'endswiths', ' 4'), '4'],
      [by('note', 'nendswiths', ' 4'), '1235'],
      [by('shippedOn', 'null', true), '12345'],
      [by('shippedOn', 'nnull', true), ''],
      [
        {
          operator: 'or',
          value: [
            by('amountTotal', 'lt', 20),
            { operator: 'and', value: [by('amountTotal', 'gt', 20), by('note', 'endswith', '5')] },
          ],
        },
        '15',
      ],
    ];
    for (const [filter, expected] of cases) {
      const { data } = await list(name, { filters: [filter], sorters: [{ field: 'id', order: 'asc' }] });
      assert.equal(data.map((order) => order.note.at(-1)).join(''), expected, JSON.stringify(filter));
    }
  }),
);

await check('refine create, getOne, update, getMany, deleteOne', () =>
  withShop(async ({ name, customer, product }) => {
    const resource = 'orders';
    const made = await provider.create({
      resource,
      variables: { note: 'six', customerId: customer.id, items: { create: [{ productId: product.id, quantity: 6 }] } },
      meta: { gqlMutation: CREATE },
    });
    assert.equal(made.data.amountTotal, '75.00');
    const { id } = made.data;
    const one = await provider.getOne({ resource, id, meta: { gqlQuery: ORDER } });
    assert.deepEqual(one.data, { id, note: 'six', status: 'OPEN', amountTotal: '75.00' });
    const edited = await provider.getOne({ resource, id, meta: { gqlMutation: UPDATE } });
    assert.equal(edited.data.note, 'six');
    const shipped = await provider.update({
      resource,
      id,
      variables: { shippedOn: '2026-01-31' },
      meta: { gqlMutation: UPDATE },
    });
    assert.equal(shipped.data.status, 'SHIPPED');
    await assert.rejects(
      provider.update({
        resource,
        id,
        variables: { note: 'x' },
        meta: { gqlMutation: UPDATE, gqlVariables: { expectedVersion: 99 } },
      }),
      /GraphQL/,
    );
    const all = (await list(name, {})).data.map((order) => order.id);
    const many = await provider.getMany({ resource, ids: all, meta: { gqlQuery: MANY } });
    assert.deepEqual(many.data.map((order) => order.id).sort(), all.toSorted());
    assert.deepEqual((await provider.deleteOne({ resource, id, meta: { gqlMutation: DELETE } })).data, { id });
    assert.equal((await list(name, {})).total, 5);
  }),
);

const { types } = JSON.parse(readFileSync('generated/schema.json', 'utf8')).__schema;
if (types.find((type) => type.name === 'Mutation').fields.some((field) => field.name === 'createOrders')) {
  const CREATE_MANY = gql`
    mutation ($input: CreateOrdersInput!) {
      createOrders(input: $input) {
        orders {
          id
          note
        }
      }
    }
  `;
  const UPDATE_MANY = gql`
    mutation ($input: UpdateOrdersInput!) {
      updateOrders(input: $input) {
        affectedCount
      }
    }
  `;
  const DELETE_MANY = gql`
    mutation ($input: DeleteOrdersInput!) {
      deleteOrders(input: $input) {
        deletedIds
      }
    }
  `;

  await check('refine createMany, updateMany, deleteMany', () =>
    withShop(async ({ name, customer }) => {
      const resource = 'orders';
      const variables = ['six', 'seven'].map((note) => ({ note, customerId: customer.id }));
      const made = await provider.createMany({ resource, variables, meta: { gqlMutation: CREATE_MANY } });
      assert.deepEqual(
        made.data.map((order) => order.note),
        ['six', 'seven'],
      );
      const ids = made.data.map((order) => order.id);
      await provider.updateMany({ resource, ids, variables: { note: 'many' }, meta: { gqlMutation: UPDATE_MANY } });
      assert.equal((await list(name, { filters: [by('note', 'eq', 'many')] })).total, 2);
      await provider.deleteMany({ resource, ids, meta: { gqlMutation: DELETE_MANY } });
      assert.equal((await list(name, {})).total, 5);
    }),
  );
}
