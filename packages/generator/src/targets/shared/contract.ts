/**
 * Number of the contract between generated code and runtime that the targets print for: `ContractVersion` of the
 * runtime's `contract/client.ts`. A runtime with another number does not compile with what is printed.
 */
export const CONTRACT = 2;
