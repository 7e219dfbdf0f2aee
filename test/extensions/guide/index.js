/** A page with a section for each resource. It needs nothing of the generator, so it is plain JavaScript. */
export default {
  name: "guide",
  *plan(model) {
    const resources = model.resources.map(({ id, operations }) => ({
      title: id,
      operations: operations.map(({ method, path }) => ({ line: `${method} ${path}` })),
    }));
    const view = { title: model.title, resources };
    yield { path: "guide.md", template: "guide/page", view, imports: [] };
  },
};
