// The server under test, asked with nothing but fetch.
export const url = process.env.QUIPU_URL ?? 'http://localhost:8080/graphql';

export async function post(query, variables = {}) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  return response.json();
}

export async function ask(query, variables) {
  const { data, errors } = await post(query, variables);
  if (errors) {
    throw new Error(errors.map((error) => error.message).join('; '));
  }
  return data;
}
