// The least that could be called a SCIM server: Express, better-sqlite3, one table, no schema, no log. What we cost on
// top of it is what the benchmark tells. Run as a process of its own with the database file as its argument; prints
// its URL on one line and ends with SIGTERM.
import { randomUUID } from 'node:crypto';
import SQLite from 'better-sqlite3';
import express from 'express';

const [file = ':memory:', token = ''] = process.argv.slice(2);
const db = new SQLite(file);
db.pragma('journal_mode = WAL');
db.pragma('synchronous = NORMAL');
db.exec('create table users (id text primary key, user_name text unique, document text) strict');
const insert = db.prepare('insert into users (id, user_name, document) values (?, ?, ?)');
const find = db.prepare<[string], string>('select document from users where user_name = ?').pluck();

const app = express();
app.disable('x-powered-by');
app.disable('etag');
app.use((request, response, next) => {
  if (request.headers.authorization === `Bearer ${token}`) next();
  else response.sendStatus(401);
});
app.use(express.json({ type: 'application/scim+json' }));

app.post('/scim/v2/Users', (request, response) => {
  const body: { readonly userName: string } = request.body;
  const id = randomUUID();
  const document = JSON.stringify({ ...body, id });
  insert.run(id, body.userName.toLowerCase(), document);
  response.status(201).type('application/scim+json').send(document);
});

app.get('/scim/v2/Users', (request, response) => {
  const filter = new URL(request.url, 'http://floor').searchParams.get('filter') ?? '';
  const [, userName = ''] = /^userName eq "(.*)"$/.exec(filter) ?? [];
  const found = find.all(userName.toLowerCase());
  response
    .type('application/scim+json')
    .send(
      `{"schemas":["urn:ietf:params:scim:api:messages:2.0:ListResponse"],"totalResults":${found.length},` +
        `"startIndex":1,"itemsPerPage":${found.length},"Resources":[${found.join(',')}]}`,
    );
});

const server = app.listen(0, '127.0.0.1', () => {
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  console.log(`http://127.0.0.1:${port}/scim/v2`);
});
process.once('SIGTERM', () => process.exit(0));
