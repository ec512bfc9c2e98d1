// Plays a company's directory over HTTP, in the order of requests that Entra ID and Okta document. scimmy, which we did not write,
// makes the messages and takes every answer apart. SETUP: { root, token }. Prints each flow's outcome.
import assert from "node:assert/strict";
import SCIMMY from "scimmy";

const { root, token } = JSON.parse(process.env.SETUP);
const { Messages, Schemas } = SCIMMY;
const enterprise = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
const userSchema = "urn:ietf:params:scim:schemas:core:2.0:User";
const groupSchema = "urn:ietf:params:scim:schemas:core:2.0:Group";
const message = name => `urn:ietf:params:scim:api:messages:2.0:${name}`;
SCIMMY.Resources.declare(SCIMMY.Resources.User);
SCIMMY.Resources.declare(SCIMMY.Resources.Group);
SCIMMY.Resources.User.extend(Schemas.EnterpriseUser, false);

const sorted = value => Array.isArray(value) ? value.map(sorted)
  : value && typeof value === "object" ? Object.fromEntries(Object.keys(value).sort().map(key => [key, sorted(value[key])])) : value;

// What scimmy's schemas make of a resource must be the resource: every type right, nothing that no schema has.
const checked = resource => {
  const { roles, ...body } = resource;
  const kind = resource.meta.resourceType === "Group" ? Schemas.Group : Schemas.User;
  assert.deepEqual(sorted(JSON.parse(JSON.stringify(new kind(structuredClone(body), "out")))), sorted(body));
  return resource;
};

const ask = async (status, method, path, body) => {
  const answer = await fetch(root + path, {
    method, body: body && JSON.stringify(body), headers: { Authorization: `Bearer ${token}`, ...(body && { "Content-Type": "application/scim+json" }) },
  });
  const text = await answer.text();
  assert.equal(answer.status, status, `${method} ${path}: ${text}`);
  if (text) assert.equal(answer.headers.get("content-type"), "application/scim+json; charset=utf-8");
  const found = text && JSON.parse(text);
  if (found?.schemas?.includes(message("ListResponse"))) {
    const list = new Messages.ListResponse(found);
    assert.equal(list.totalResults, found.totalResults);
    if (!path.startsWith("/Schemas") && !path.startsWith("/ResourceTypes") && !path.includes("ttributes=")) found.Resources.forEach(checked);
  }
  if (status >= 400) new Messages.Error({ status, scimType: found.scimType, detail: found.detail });
  return found;
};
const filter = text => `filter=${encodeURIComponent(text)}`;
const patch = (...operations) => ({ schemas: [message("PatchOp")], Operations: operations });

const flows = {
  async "schemas are scimmy's where both have them"() {
    const { Resources } = await ask(200, "GET", "/Schemas");
    for (const schema of Resources) {
      const known = [Schemas.User, Schemas.Group, Schemas.EnterpriseUser].find(each => each.definition.id === schema.id).definition;
      for (const attribute of schema.attributes) {
        const theirs = known.attribute(attribute.name);
        assert.deepEqual([attribute.type, attribute.multiValued], [theirs.type, theirs.config.multiValued], attribute.name);
      }
    }
  },

  async "Entra ID provisions, renames, moves and deactivates a person"() {
    assert.equal((await ask(200, "GET", `/Users?${filter('userName eq "non-existent user"')}`)).totalResults, 0);
    const made = checked(await ask(201, "POST", "/Users", {
      schemas: [userSchema, enterprise], externalId: "0a21f0f2-8d2a-4f8e-bf98-7363c4aed4ef", userName: "Test_User_ab6490ee@acme.example", active: true,
      emails: [{ primary: true, type: "work", value: "Test_User_fd0ea19b@acme.example" }], meta: { resourceType: "User" },
      name: { formatted: "givenName familyName", familyName: "familyName", givenName: "givenName" }, roles: [],
    }));
    const path = `/Users/${made.id}`;
    assert.equal((await ask(200, "GET", `/Users?${filter('userName eq "test_user_AB6490ee@acme.example"')}`)).Resources[0].id, made.id);
    const changed = checked(await ask(200, "PATCH", path, patch(
      { op: "Replace", path: 'emails[type eq "work"].value', value: "updatedEmail@acme.example" },
      { op: "Replace", path: "name.familyName", value: "updatedFamilyName" },
      { op: "Add", path: 'phoneNumbers[type eq "mobile"].value', value: "425-555-0100" },
      { op: "Add", path: `${enterprise}:department`, value: "Sales" },
      { op: "Add", path: `${enterprise}:manager`, value: "5d8d29d3" },
      { op: "Add", value: { "name.givenName": "updatedGivenName", [`${enterprise}:employeeNumber`]: "701984" } })));
    assert.deepEqual([changed.emails[0].value, changed.name.givenName, changed.name.familyName, changed.phoneNumbers], ["updatedEmail@acme.example", "updatedGivenName", "updatedFamilyName", [{ value: "425-555-0100", type: "mobile" }]]);
    assert.deepEqual(changed[enterprise], { employeeNumber: "701984", department: "Sales", manager: { value: "5d8d29d3" } });
    assert.equal((await ask(200, "PATCH", path, patch({ op: "Replace", path: "active", value: "False" }))).active, false);
    assert.equal((await ask(200, "GET", `/Users?${filter(`id eq "${made.id}" and active eq false`)}`)).totalResults, 1);
    await ask(204, "DELETE", path);
    await ask(404, "GET", path);
  },

  async "Entra ID fills and empties a group"() {
    const person = await ask(201, "POST", "/Users", { schemas: [userSchema], userName: "member@acme.example" });
    assert.equal((await ask(200, "GET", `/Groups?excludedAttributes=members&${filter('displayName eq "displayName"')}`)).totalResults, 0);
    const group = checked(await ask(201, "POST", "/Groups", { schemas: [groupSchema, "http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group"], externalId: "8aa1a0c0", displayName: "displayName", meta: { resourceType: "Group" } }));
    const path = `/Groups/${group.id}`;
    assert.equal((await ask(200, "GET", `${path}?excludedAttributes=members`)).members, undefined);
    await ask(204, "PATCH", path, patch({ op: "Replace", path: "displayName", value: "renamed" }));
    await ask(204, "PATCH", path, patch({ op: "Add", path: "members", value: [{ $ref: null, value: person.id }] }));
    assert.equal((await ask(200, "GET", `/Groups?${filter(`id eq "${group.id}" and members eq "${person.id}"`)}`)).totalResults, 1);
    assert.equal(checked(await ask(200, "GET", `/Users/${person.id}`)).groups[0].display, "renamed");
    await ask(204, "PATCH", path, patch({ op: "Remove", path: "members", value: [{ $ref: null, value: person.id }] }));
    assert.equal(checked(await ask(200, "GET", path)).members, undefined);
    await ask(204, "DELETE", path);
  },

  async "Okta tests, provisions, replaces and deactivates"() {
    assert.equal((await ask(200, "GET", "/Users?startIndex=1&count=2")).startIndex, 1);
    await ask(200, "GET", "/Groups?startIndex=1&count=100");
    await ask(404, "GET", "/Users/00919288221112222");
    assert.deepEqual((await ask(200, "GET", `/Users?${filter('userName eq "test.user@acme.example"')}&startIndex=1&count=100`)).Resources, []);
    const person = {
      schemas: [userSchema], userName: "test.user@acme.example", name: { givenName: "Test", familyName: "User" }, displayName: "Test User", locale: "en-US",
      emails: [{ primary: true, value: "test.user@acme.example", type: "work" }], externalId: "00ujl29u0le5T6Aj10h7", groups: [], password: "1mz050nq", active: true,
    };
    const made = checked(await ask(201, "POST", "/Users", person));
    await ask(409, "POST", "/Users", person);
    const replaced = checked(await ask(200, "PUT", `/Users/${made.id}`, { ...person, id: made.id, name: { givenName: "Another", familyName: "User" }, meta: made.meta }));
    assert.deepEqual([replaced.name.givenName, replaced.password], ["Another", undefined]);
    const group = await ask(201, "POST", "/Groups", { schemas: [groupSchema], displayName: "Test SCIMv2", members: [] });
    await ask(204, "PATCH", `/Groups/${group.id}`, patch(
      { op: "replace", value: { id: group.id, displayName: "Test SCIMv2.0" } },
      { op: "add", path: "members", value: [{ value: made.id, display: "test.user@acme.example" }] }));
    await ask(204, "PATCH", `/Groups/${group.id}`, patch({ op: "remove", path: `members[value eq "${made.id}"]` }));
    assert.equal((await ask(200, "PATCH", `/Users/${made.id}`, patch({ op: "replace", value: { active: false } }))).active, false);
    assert.equal((await ask(200, "PATCH", `/Users/${made.id}`, patch({ op: "replace", value: { active: true } }))).active, true);
    await ask(204, "DELETE", `/Groups/${group.id}`);
  },

  async "scimmy's messages for searching and for many changes are understood"() {
    const bulk = new Messages.BulkRequest({
      schemas: [message("BulkRequest")], failOnErrors: 1,
      Operations: [
        { method: "POST", path: "/Users", bulkId: "qwerty", data: { schemas: [userSchema], userName: "alice@acme.example" } },
        { method: "POST", path: "/Groups", bulkId: "ytrewq", data: { schemas: [groupSchema], displayName: "Tour Guides", members: [{ type: "User", value: "bulkId:qwerty" }] } },
      ],
    });
    const { Operations } = await ask(200, "POST", "/Bulk", bulk);
    assert.deepEqual(Operations.map(each => [each.method, each.bulkId, each.status]), [["POST", "qwerty", "201"], ["POST", "ytrewq", "201"]]);
    const search = new Messages.SearchRequest({ schemas: [message("SearchRequest")], filter: 'displayName eq "Tour Guides" or userName sw "alice"', sortBy: "displayName", count: 10 });
    const found = await ask(200, "POST", "/.search", search);
    assert.deepEqual(found.Resources.map(each => each.meta.resourceType).sort(), ["Group", "User"]);
    assert.equal(found.Resources.find(each => each.members).members[0].$ref, Operations[0].location);
  },
};

const outcomes = {};
for (const [name, flow] of Object.entries(flows)) {
  try {
    await flow();
    outcomes[name] = "ok";
  } catch (error) {
    outcomes[name] = String(error.stack);
  }
}
console.log(JSON.stringify(outcomes));
