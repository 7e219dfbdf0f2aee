import { expect, it } from "vitest";
import { apiName } from "./api-name.ts";

it.each([
  ["Payments API", "Payments"],
  ["Swagger Petstore - OpenAPI 3.0", "Petstore"],
  ["GitHub v3 REST API", "GitHub"],
  ["Twilio - Api", "Twilio"],
  ["The Jira Cloud platform REST API", "JiraCloudPlatform"],
  ["Spotify Web API with fixes and improvements from sonallux", "SpotifyWeb"],
  ["Notifications API for Partners (beta)", "Notifications"],
  ["API for Partners", "Partners"],
  ["Acme: Orders", "Acme"],
  ["3scale", "3scale"],
  ["REST API", "Rest"],
  ["API", "Api"],
  ["", "Api"],
  ["2.0", "20"],
  ["支付", "支付"],
])("an API with the title %j is %s", (title, name) => {
  expect(apiName(title)).toBe(name);
});
