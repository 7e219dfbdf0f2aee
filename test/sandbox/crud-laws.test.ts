import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { create, paramsOf, parentsOf, resources, schemas, walk } from "../helpers/payments-crud.ts";
import { call, type Crud, paymentsSandbox, pathWith } from "../helpers/sandbox.ts";

const sandbox = await paymentsSandbox();

const RUNS = { numRuns: 6 };

describe("every resource of the API that can be created", () => {
  it("is among those that the laws are held for", () => {
    expect(resources.length).toBeGreaterThan(25);
  });
});

describe.each<Crud>([...resources])(
  "$name",
  ({ create: maker, retrieve, list, update, remove }) => {
    it("is found as it was made, and answers as its schema says", async () => {
      const parents = await parentsOf(sandbox, maker);
      const made = await create(sandbox, maker, parents);
      const found = await call(sandbox, `GET ${pathWith(retrieve, [...parents, made.id])}`);
      expect(found).toMatchObject({ status: 200, body: made });
      const { answer } = retrieve;
      if (!answer) throw new Error("There is no schema.");
      expect(schemas.validator(answer, "answer").issues(found.body)).toEqual([]);
    });

    it("is not found under an id that nobody has", async () => {
      const parents = await parentsOf(sandbox, maker);
      const { status, body } = await call(
        sandbox,
        `GET ${pathWith(retrieve, [...parents, "nobody"])}`,
      );
      expect({ status, body }).toMatchObject({
        status: 404,
        body: { error: { code: "resource_missing", param: retrieve.idKey } },
      });
    });

    if (list)
      it("is listed once, the newest first, whatever the size of a page and whoever writes meanwhile", async () => {
        await fc.assert(
          fc.asyncProperty(
            fc.integer({ min: 1, max: 5 }),
            fc.integer({ min: 1, max: 4 }),
            fc.boolean(),
            async (count, limit, writes) => {
              const parents = await parentsOf(sandbox, maker);
              const made = [await create(sandbox, maker, parents)];
              while (made.length < count) made.unshift(await create(sandbox, maker, parents));
              const ids = made.map(({ id }) => id);
              const between = writes ? () => create(sandbox, maker, parents) : undefined;
              const listed = await walk(sandbox, list, parents, made[0] ?? {}, limit, between);
              expect(new Set(listed).size).toBe(listed.length);
              expect(listed.filter((id) => ids.includes(id))).toEqual(ids);
            },
          ),
          RUNS,
        );
      });

    if (update)
      it("is changed once by the same change made twice", async () => {
        const parents = await parentsOf(sandbox, maker);
        const made = await create(sandbox, maker, parents);
        const target = pathWith(update, [...parents, made.id]);
        const params = paramsOf(update);
        const first = await call(sandbox, `POST ${target}`, params);
        const second = await call(sandbox, `POST ${target}`, params);
        expect(first.status, JSON.stringify(first.body)).toBe(200);
        expect(second.body).toEqual(first.body);
        expect(
          (await call(sandbox, `GET ${pathWith(retrieve, [...parents, made.id])}`)).body,
        ).toEqual(first.body);
      });

    if (remove)
      it("is gone once it is deleted", async () => {
        const parents = await parentsOf(sandbox, maker);
        const [kept, made] = [
          await create(sandbox, maker, parents),
          await create(sandbox, maker, parents),
        ];
        const gone = await call(sandbox, `DELETE ${pathWith(remove, [...parents, made.id])}`);
        expect(gone).toMatchObject({ status: 200, body: { id: made.id, deleted: true } });
        expect(
          (await call(sandbox, `GET ${pathWith(retrieve, [...parents, made.id])}`)).status,
        ).toBe(404);
        expect(
          (await call(sandbox, `DELETE ${pathWith(remove, [...parents, made.id])}`)).status,
        ).toBe(404);
        if (!list) return;
        const listed = await walk(sandbox, list, parents, kept, 100);
        expect(listed).toContain(kept.id);
        expect(listed).not.toContain(made.id);
      });
  },
);
