import { describe, expect, it } from "vitest";
import { nounlessPhrase, operationPhrase, saysMany, saysObject } from "./operation-phrase.ts";

describe("operationPhrase", () => {
  it.each([
    ["create", "Invoice", "createInvoice"],
    ["addLines", "Invoice", "addInvoiceLines"],
    ["markUncollectible", "Invoice", "markInvoiceUncollectible"],
    ["retrieveUpcoming", "Invoice", "retrieveUpcomingInvoice"],
    ["createPreview", "Invoice", "createPreviewInvoice"],
    ["deleteWhere", "Secret", "deleteSecretWhere"],
    ["getByEmail", "User", "getUserByEmail"],
    ["getCover", "Playlist", "getPlaylistCover"],
    ["listRelated", "Artists", "listRelatedArtists"],
    ["mSearch", "Coupon", "mSearchCoupon"],
    ["getCredits", "User", "getUserCredits"],
    ["getImageFills", "File", "getFileImageFills"],
    ["getInformationAboutPlayback", "Player", "getPlayerInformationAboutPlayback"],
    ["submitToolOutputsToRun", "Assistant", "submitAssistantToolOutputsToRun"],
    ["deleteAll", "Reactions", "deleteAllReactions"],
    ["replaceAll", "Reactions", "replaceAllReactions"],
    ["createBulk", "Invitations", "createBulkInvitations"],
    ["getMultipleById", "Shows", "getMultipleShowsById"],
    ["accessKeyList", "Function", "listFunctionAccessKey"],
    ["genaiListKeys", "Platform", "listPlatformGenaiKeys"],
    ["costs", "Usage", "usageCosts"],
  ])("%s of a %s is %s", (verb, noun, phrase) => {
    expect(operationPhrase(verb, noun)).toBe(phrase);
  });
});

describe("nounlessPhrase", () => {
  it.each([
    ["usersBan", ["Users", "User"], "banUsers"],
    ["registryListTags", ["Registries", "Registry"], "listRegistryTags"],
    ["getPetById", ["Pets", "Pet"], "getPetById"],
    ["orderPetsAgain", ["Orders", "Order"], "orderPetsAgain"],
    ["userSettings", ["Users", "User"], "userSettings"],
  ])("turns %s of %j into %s", (verb, nouns, phrase) => {
    expect(nounlessPhrase(verb, nouns)).toBe(phrase);
  });
});

describe("saysMany", () => {
  it.each(["deleteAll", "getMultiple", "getSeveralById"])("is true of %s", (verb) => {
    expect(saysMany(verb)).toBe(true);
  });

  it.each(["delete", "getAllowed", "getAllKeys", "retrieveById"])("is false of %s", (verb) => {
    expect(saysMany(verb)).toBe(false);
  });
});

describe("saysObject", () => {
  it.each(["listLines", "getImageFills", "getCoverById"])("is true of %s", (verb) => {
    expect(saysObject(verb)).toBe(true);
  });

  it.each(["list", "listUpcoming", "getById", "deleteAll"])("is false of %s", (verb) => {
    expect(saysObject(verb)).toBe(false);
  });
});
