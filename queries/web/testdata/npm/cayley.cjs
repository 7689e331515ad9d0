// Calls everything that the npm client of Cayley has, and what pyley sends raw. node cayley.cjs ADDRESS TOKEN
const assert = require("assert");
const fs = require("fs");
const os = require("os");
const path = require("path");
const { promisify } = require("util");
// The client is of a time when util had isArray.
require("util").isArray = Array.isArray;
const cayley = require("cayley");

const [address, token] = process.argv.slice(2);
const client = cayley(address + "/", { headers: { Authorization: "Bearer " + token } });
const g = client.graph;
const all = (query, end = "All", ...args) => promisify((callback) => query[end](...args, callback))();
const urn = (name) => "<urn:sayso:entity/" + name + ">";
let calls = 0;

async function check(got, want) {
  calls++;
  assert.deepStrictEqual(await got, want);
}

async function queries() {
  await check(all(g.V("Ida Berg").Out("signed")), [{ id: urn("letter") }]);
  await check(all(g.V("letter").In("signed").Tag("who")), [{ id: urn("Ida_Berg"), who: urn("Ida_Berg") }]);
  await check(all(g.V("letter").As("what").In("signed").Back("what")), [{ id: urn("letter"), what: urn("letter") }]);
  await check(all(g.V("Ida Berg", "letter").Has("<rdf:type>", "<s:Work>")), [{ id: urn("letter") }]);
  await check(all(g.V("Ida Berg").Save("<rdfs:label>", "name")), [{ id: urn("Ida_Berg"), name: "Ida Berg" }]);
  await check(all(g.V("Ida Berg").Both("signed").Is("letter")), [{ id: urn("letter") }]);
  await check(all(g.V("Ida Berg").Union(g.V("letter")), "GetLimit", 1), [{ id: urn("Ida_Berg") }]);
  await check(all(g.V("Ida Berg").Or(g.V("letter")).Intersect(g.V("letter"))), [{ id: urn("letter") }]);
  await check(all(g.V("Ida Berg").Follow(g.Morphism().Out("signed"))), [{ id: urn("letter") }]);
  await check(all(g.V("letter").FollowR(g.M().Out("signed"))), [{ id: urn("Ida_Berg") }]);
  await check(all(g.V("Nobody")), null);
  await check(promisify((done) => g.V("letter").ForEach(function (d) { g.emit(d.id) }, (e, r) => done(e, r)))(), [urn("letter")]);
  const shape = await all(g.type("shape").V("Ida Berg").Out("signed"));
  await check(shape.links.length, 1);
  await check(shape.nodes.map((n) => n.is_link_node), [false, false, true]);
}

async function writes() {
  const quads = [{ subject: "<urn:x:a>", predicate: "<urn:x:b>", object: "lit", label: "<urn:x:l>" }];
  const call = (name, ...args) => promisify((done) => client[name](...args, (error, body) => done(error, body)))();
  await check(call("write", quads), { result: "Successfully wrote 1 quads." });
  await check(all(g.V("<urn:x:a>").Out("<urn:x:b>")), [{ id: "lit" }]);
  await check(call("delete", quads), { result: "Successfully deleted 1 quads." });
  await check(call("delete", quads), { result: "Successfully deleted 1 quads." });
  await check(all(g.V("<urn:x:a>").Out("<urn:x:b>")), null);
  const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), "sayso")), "a.nq");
  fs.writeFileSync(file, "<urn:x:f> <urn:x:b> <urn:x:c> .\n");
  // The form goes out as a stream.
  const wrote = await promisify((done) => client.writeFile(file, (error, body) => done(error, body)))();
  await check(JSON.parse(wrote), { result: "Successfully wrote 1 quads." });
  await check(all(g.V("<urn:x:f>").Out("<urn:x:b>")), [{ id: "<urn:x:c>" }]);
}

// pyley posts the text of a query, with no Content-Type of its own, and reads the JSON.
async function raw(address, body, headers = {}) {
  const answer = await fetch(address, { method: "POST", body, headers: { Authorization: "Bearer " + token, ...headers } });
  return [answer.status, await answer.json()];
}

async function pyley() {
  const found = { result: [{ id: urn("letter") }] };
  const query = "g.V('Ida Berg').Out('signed').All()";
  for (const version of ["/api/v1/query/gizmo", "/api/v1/query/gremlin", "/api/v2/query?lang=gizmo"]) {
    await check(raw(address + version, query), [200, found]);
    const [status, body] = await raw(address + version, "g.V(");
    await check([status, typeof body.error], [400, "string"]);
  }
  const [, shape] = await raw(address + "/api/v1/shape/gizmo", query);
  await check(Object.keys(shape).sort(), ["links", "nodes"]);
  const answer = await fetch(address + "/api/v2/query?lang=gizmo&qu=" + encodeURIComponent(query));
  await check(await answer.json(), found);
}

async function second() {
  const quad = "<urn:x:a> <urn:x:b> <urn:x:c> .\n";
  const v2 = (name, body, headers) => raw(address + "/api/v2/" + name, body, headers);
  const formats = await (await fetch(address + "/api/v2/formats")).json();
  await check(formats.find((f) => f.id === "nquads").mime[0], "application/n-quads");
  await check(v2("write", quad), [200, { result: "Successfully wrote 1 quads.", count: 1 }]);
  await check((await fetch(address + "/api/v2/read?sub=<urn:x:a>")).text(), quad);
  const read = await fetch(address + "/api/v2/read?sub=<urn:x:a>", { headers: { Accept: "application/ld+json" } });
  await check(read.headers.get("content-type"), "application/ld+json");
  await check(v2("delete", quad), [200, { result: "Successfully deleted 1 quads.", count: 1 }]);
  await check((await v2("delete", quad))[0], 400);
  await check(v2("write", JSON.stringify([{ subject: "<urn:x:a>", predicate: "<urn:x:b>", object: "x" }]), { "Content-Type": "application/json" }),
    [200, { result: "Successfully wrote 1 quads.", count: 1 }]);
  await check(v2("node/delete", "<urn:x:a>"), [200, { result: "Successfully deleted 1 nodes.", count: 1 }]);
  await check((await v2("node/delete", "<urn:x:a>"))[0], 400);
  await check((await fetch(address + "/api/v2/write", { method: "POST", body: quad })).status, 401);
  await check((await fetch(address + "/health")).status, 204);
}

queries().then(writes).then(pyley).then(second)
  .then(() => console.log(calls + " calls"))
  .catch((error) => { console.error(error); process.exit(1); });
