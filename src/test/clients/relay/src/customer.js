// What the page of a customer would write with react-relay.
import { graphql } from 'relay-runtime';

graphql`
  query customerPageQuery($username: String!, $filter: OrderFilter, $orderBy: [OrderOrderBy!]) {
    userByUsername(username: $username) {
      nodeId
      ...customerBadge
      ...customerOrders @arguments(filter: $filter, orderBy: $orderBy)
    }
  }
`;

graphql`
  fragment customerBadge on User {
    username
    balance
    creditLimit
    openOrderCount
  }
`;

// a page of a page: each order brings the first of its items
graphql`
  fragment customerOrders on User
  @argumentDefinitions(
    count: { type: "Int", defaultValue: 2 }
    cursor: { type: "String" }
    filter: { type: "OrderFilter" }
    orderBy: { type: "[OrderOrderBy!]" }
  )
  @refetchable(queryName: "customerOrdersPaginationQuery") {
    orders(first: $count, after: $cursor, filter: $filter, orderBy: $orderBy)
      @connection(key: "customerOrders_orders", filters: ["filter", "orderBy"]) {
      totalCount
      edges {
        node {
          status
          amountTotal
          ...customerOrderItems
        }
      }
    }
  }
`;

graphql`
  fragment customerOrderItems on Order
  @argumentDefinitions(count: { type: "Int", defaultValue: 10 }, cursor: { type: "String" })
  @refetchable(queryName: "customerOrderItemsPaginationQuery") {
    items(first: $count, after: $cursor, orderBy: [{ product: { name: ASC } }, { quantity: DESC }])
      @connection(key: "customerOrderItems_items") {
      edges {
        node {
          quantity
          amount
          product {
            name
            unitsInStock
          }
        }
      }
    }
  }
`;
