// Runs in the session of whoever is logged in at /login; a bearer token can be put into the headers tab instead.
const fetcher = GraphiQL.createFetcher({ url: '/graphql' });
const query = `# Log in at /login first, or put {"Authorization": "Bearer ..."} into the headers tab.
{
  viewer { kind roles }
  cohorts(first: 5) { nodes { name phase mentorCount menteeCount } }
}
`;
ReactDOM.createRoot(document.getElementById('explorer')).render(
  React.createElement(GraphiQL, { fetcher, defaultQuery: query }),
);
