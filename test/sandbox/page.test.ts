import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Listening, Sandbox } from "@specwright/sandbox";
import { paymentsSandbox } from "../helpers/sandbox.ts";
import { chromiumProgram } from "../runtimes/chromium.ts";

// The request log as people use it, in a headless Chromium.

const program = await chromiumProgram();
if (program === undefined) {
  console.warn(
    "SKIPPED: the page of requests was not opened, for there is no Chromium. " +
      "`pnpm run setup:runtimes` fetches one.",
  );
}

const PLAN = { currency: "usd", interval: "month", product: "prod_1", amount: "100" };

describe.skipIf(program === undefined)("the page of requests", () => {
  let browser: Browser;
  let sandbox: Sandbox;
  let listening: Listening;
  let page: Page;
  /** What the page was refused, or broke on. */
  let complaints: string[];
  /** Addresses that the page has asked for. */
  let asked: string[];

  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: program ?? "",
      args: ["--no-sandbox", "--disable-gpu"],
    });
    sandbox = await paymentsSandbox({ seed: 1 });
    listening = await sandbox.listen();
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await sandbox.close();
  });
  beforeEach(async () => {
    sandbox.reset();
    page = await browser.newPage();
    complaints = [];
    asked = [];
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("console", (line) => line.type() === "error" && complaints.push(line.text()));
    page.on("request", (request) => asked.push(request.url()));
    await page.goto(`${listening.url}/_sandbox/`);
    await page.getByRole("status").getByText("live").waitFor();
    return () => page.close();
  });

  const rows = () => page.getByRole("list", { name: /^Requests/ }).getByRole("button");
  const detail = () => page.getByRole("region", { name: "The chosen request" });

  async function ask(method: string, target: string, form?: Record<string, string>): Promise<void> {
    const response = await fetch(listening.url + target, {
      method,
      headers: { authorization: "Bearer sk_test_secret" },
      ...(form && { body: new URLSearchParams(form) }),
    });
    await response.text();
  }

  it("shows requests as they come, the newest first", async () => {
    await ask("POST", "/v1/plans", PLAN);
    await rows().nth(0).getByText("/v1/plans").waitFor();
    await ask("GET", "/v1/nothing");
    await rows().nth(1).waitFor();
    expect(await rows().allInnerTexts()).toEqual([
      expect.stringMatching(/^GET\s+404\s+\/v1\/nothing/),
      expect.stringMatching(/^POST\s+200\s+\/v1\/plans/),
    ]);
  });

  it("shows what came before it was opened", async () => {
    await ask("GET", "/v1/plans");
    await page.reload();
    await rows().getByText("/v1/plans").waitFor();
    expect(await rows().count()).toBe(1);
  });

  it("keeps what has all of the words that are typed", async () => {
    for (const path of ["/v1/plans", "/v1/quotes", "/v1/nothing"]) await ask("GET", path);
    await rows().nth(2).waitFor();
    const filter = page.getByRole("searchbox");
    await filter.fill("v1 404");
    expect(await rows().allInnerTexts()).toEqual([expect.stringContaining("/v1/nothing")]);
    await filter.fill("quotes.list");
    expect(await rows().allInnerTexts()).toEqual([expect.stringContaining("/v1/quotes")]);
    await filter.fill("");
    expect(await rows().count()).toBe(3);
  });

  it("shows of a chosen one what was said, and how to repeat it, without secrets", async () => {
    await ask("POST", "/v1/plans", { ...PLAN, nickname: "it's" });
    await rows().getByText("/v1/plans").click();
    const text = await detail().innerText();
    expect(text).toContain("await client.plans.create({");
    expect(text).toContain(`curl -X POST '${listening.url}/v1/plans'`);
    expect(text).toContain('-H "authorization: $SECRET"');
    expect(text).toContain('"object": "plan"');
    expect(text).not.toContain("sk_test_secret");
  });

  it("can be used by keys alone, and moves nobody by what comes meanwhile", async () => {
    await ask("GET", "/v1/plans");
    await rows().waitFor();
    await page.getByRole("searchbox").press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await detail().getByText("plans.list ·").waitFor();
    await ask("GET", "/v1/quotes");
    await rows().nth(1).waitFor();
    expect(await page.locator(":focus").innerText()).toContain("/v1/plans");
    expect(await page.locator("[aria-current=true]").innerText()).toContain("/v1/plans");
  });

  it("shows what a request brings as text, and runs nothing of it", async () => {
    const attack = "<img src=x onerror=alert(1)>";
    await ask("POST", "/v1/plans", { ...PLAN, nickname: attack });
    await rows().getByText("/v1/plans").click();
    await detail().getByText(attack).first().waitFor();
    expect(await page.locator("img").count()).toBe(0);
  });

  it("clears the view, and goes on with what comes then", async () => {
    await ask("GET", "/v1/plans");
    await rows().waitFor();
    await page.getByRole("button", { name: "Clear the view" }).click();
    expect(await rows().count()).toBe(0);
    await ask("GET", "/v1/quotes");
    await rows().getByText("/v1/quotes").waitFor();
    expect(await rows().count()).toBe(1);
  });

  it("loads nothing from elsewhere, and breaks no rule of its own", async () => {
    await ask("GET", "/v1/plans");
    await rows().getByText("/v1/plans").click();
    expect(asked.filter((url) => !url.startsWith(`${listening.url}/`))).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
