import { graphql } from 'relay-runtime';

graphql`
  query catalogueQuery($filter: ProductFilter) {
    ...catalogueProducts @arguments(filter: $filter)
  }
`;

// both directions, on the root
graphql`
  fragment catalogueProducts on Query
  @argumentDefinitions(
    first: { type: "Int" }
    after: { type: "String" }
    last: { type: "Int" }
    before: { type: "String" }
    filter: { type: "ProductFilter" }
  )
  @refetchable(queryName: "catalogueProductsPaginationQuery") {
    products(
      first: $first
      after: $after
      last: $last
      before: $before
      filter: $filter
      orderBy: [{ unitPrice: DESC_NULLS_LAST }, { name: ASC }]
    ) @connection(key: "catalogue_products") {
      edges {
        node {
          name
          unitPrice
          weight
        }
      }
    }
  }
`;

// a row by its nodeId, whatever it is
graphql`
  query catalogueNodeQuery($nodeIds: [ID!]!) {
    nodes(nodeIds: $nodeIds) {
      __typename
      nodeId
      ... on Product @alias(as: "product") {
        name
      }
      ... on User @alias(as: "user") {
        ...customerBadge
      }
    }
  }
`;
