/** A store that cannot be used: what is wrong with it, for people. */
export class StoreError extends Error {
  override readonly name = "StoreError";
  /** Tells it apart where the class is not at hand. */
  readonly code = "ERR_SANDBOX_STORE";
}
