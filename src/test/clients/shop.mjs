// Rows of our own, under names that no other run has: a product at 12.50, and a customer with five open orders of one to
// five pieces. The customer's balance is therefore 187.50, and another piece makes it 200.00.
import { randomUUID } from 'node:crypto';
import { ask } from './server.mjs';

/**
 * @param {(shop: {
 *   name: string,
 *   product: {id: string, nodeId: string, name: string},
 *   customer: {id: string, nodeId: string, username: string},
 * }) => Promise<void>} body
 */
export async function withShop(body) {
  const name = `client-${randomUUID().slice(0, 18)}`;
  const product = (
    await ask(
      `mutation ($input: CreateProductInput!) { createProduct(input: $input) { product { id nodeId name } } }`,
      {
        input: { product: { name, unitPrice: '12.50', unitsReceived: 1000 } },
      },
    )
  ).createProduct.product;
  const orders = [1, 2, 3, 4, 5].map((quantity) => ({
    note: `${name} ${quantity}`,
    items: { create: [{ productId: product.id, quantity }] },
  }));
  const customer = (
    await ask(`mutation ($input: CreateUserInput!) { createUser(input: $input) { user { id nodeId username } } }`, {
      input: {
        user: { username: name, email: `${name}@example.org`, creditLimit: '1000.00', orders: { create: orders } },
      },
    })
  ).createUser.user;
  try {
    await body({ name, product, customer });
  } finally {
    await ask(`mutation ($id: ID!) { deleteUser(input: {id: $id}) { deletedId } }`, { id: customer.id });
    await ask(`mutation ($id: ID!) { deleteProduct(input: {id: $id}) { deletedId } }`, { id: product.id });
  }
}
