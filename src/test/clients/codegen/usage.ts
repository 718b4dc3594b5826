// How a front end would use the generated types. tsc compiles it; then it runs against the server.
import { print } from 'graphql';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { unmask } from '../generated/codegen/index.js';
import {
  AnyNodeDocument,
  CreateOrderDocument,
  OrderCardFragmentDoc,
  OrderLineFragmentDoc,
  OrdersDocument,
  type OrderCreate,
  type OrderFilter,
  type OrderOrderBy,
} from '../generated/codegen/graphql.js';
import { check } from '../check.mjs';
import { ask } from '../server.mjs';
import { withShop } from '../shop.mjs';

function execute<Result, Variables extends Record<string, unknown>>(
  document: TypedDocumentNode<Result, Variables>,
  variables: Variables,
): Promise<Result> {
  return ask(print(document), variables) as Promise<Result>;
}

function equal<Value>(actual: Value, expected: Value) {
  if (actual !== expected) {
    throw new Error(`${actual} instead of ${expected}`);
  }
}

await check('codegen generated types at work', () =>
  withShop(async ({ product, customer }) => {
    const filter: OrderFilter = {
      customerId: { eq: customer.id },
      amountTotal: { between: { lower: '20.00', upper: '60.00' } },
    };
    const orderBy: OrderOrderBy[] = [{ customer: { username: 'ASC' } }, { amountTotal: 'DESC' }];
    const { orders } = await execute(OrdersDocument, { first: 2, filter, orderBy });
    const cards = orders.edges.map((edge) => unmask(OrderCardFragmentDoc, edge.node));
    const totals: string[] = cards.map((card) => card.amountTotal);
    equal(totals.join(), '50.00,37.50');
    equal(orders.totalCount, 3);
    const shippedOn: string | null | undefined = cards[0]!.shippedOn;
    equal(shippedOn, null);

    const made = await execute(CreateOrderDocument, {
      input: {
        order: {
          customer: { connect: { username: customer.username } },
          items: { create: [{ product: { connect: { name: product.name } }, quantity: 1 }] },
        },
      },
    });
    const lines = unmask(OrderLineFragmentDoc, unmask(OrderCardFragmentDoc, made.createOrder.order).items.nodes);
    equal(lines[0]!.unitPrice, '12.50');
    equal(made.createOrder.order.customer.balance, '200.00');

    const { node } = await execute(AnyNodeDocument, { nodeId: customer.nodeId });
    equal(node?.__typename === 'User' ? node.balance : 'no user', '200.00');
  }),
);

// what the schema forbids, the types forbid

// @ts-expect-error a @oneOf input takes one key
export const twoKeys: OrderOrderBy = { placedAt: 'ASC', amountTotal: 'DESC' };
// @ts-expect-error a Decimal is a string
export const amountAsNumber: OrderFilter = { amountTotal: { gte: 20 } };
// @ts-expect-error derived attributes are in no input
export const derived: OrderCreate = { customerId: '1', amountTotal: '1.00' };
