import { graphql } from 'relay-runtime';

// the payload has the row, so the edge is Relay's to make; the customer's derived balance comes with it
graphql`
  mutation changesCreateOrderMutation($input: CreateOrderInput!, $connections: [ID!]!) {
    createOrder(input: $input) {
      order @appendNode(connections: $connections, edgeTypeName: "OrderEdge") {
        id
        status
        amountTotal
        customer {
          ...customerBadge
          balance
        }
      }
    }
  }
`;

graphql`
  mutation changesShipOrderMutation($id: ID!, $expectedVersion: Int, $shippedOn: Date) {
    updateOrder(input: { id: $id, expectedVersion: $expectedVersion, patch: { shippedOn: $shippedOn } }) {
      order {
        version
        status
        customer {
          balance
        }
      }
    }
  }
`;

graphql`
  mutation changesDeleteOrderMutation($id: ID!, $connections: [ID!]!) {
    deleteOrder(input: { id: $id }) {
      deletedNodeId @deleteEdge(connections: $connections) @deleteRecord
    }
  }
`;
