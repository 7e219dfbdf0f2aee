export type ResourceId = string;

/** What a schema is printed under: a resource, an entity that is none (`"paymentIntents"`), or `"shared"`. */
export type Owner = ResourceId;

export type OperationId = string;

export type SchemaId = string;
