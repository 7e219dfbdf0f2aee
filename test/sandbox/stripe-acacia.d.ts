// The types of the package declare the module "stripe" alone, whatever name it is installed by.
declare module "stripe-acacia" {
  export { Stripe as default, Stripe } from "stripe";
}
