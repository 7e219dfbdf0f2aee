import { EventEmitter } from "node:events";
import { describe, expect, it } from "vitest";
import { holdSignals } from "./hold-signals.ts";

class FakeProcess extends EventEmitter {
  readonly pid = 7;
  readonly killed: [number, string][] = [];
  kill(pid: number, signal: string): void {
    this.killed.push([pid, signal]);
  }
}

describe("holdSignals", () => {
  it("lets a signal wait until the work is done, then gives it its usual effect", async () => {
    const source = new FakeProcess();
    let isDone = false;
    await holdSignals(source, () => {
      source.emit("SIGTERM");
      source.emit("SIGINT");
      expect(source.killed).toEqual([]);
      isDone = true;
    });
    expect(isDone).toBe(true);
    expect(source.killed).toEqual([[7, "SIGTERM"]]);
    expect(source.eventNames()).toEqual([]);
  });

  it("leaves no listener behind when the work fails", async () => {
    const source = new FakeProcess();
    const work = holdSignals(source, () => {
      throw new Error("full");
    });
    await expect(work).rejects.toThrow("full");
    expect(source.eventNames()).toEqual([]);
    expect(source.killed).toEqual([]);
  });

  it("works where there are no signals", async () => {
    let isDone = false;
    await holdSignals(undefined, () => {
      isDone = true;
    });
    expect(isDone).toBe(true);
  });
});
