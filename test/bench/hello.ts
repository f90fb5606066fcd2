/** The least a site can be on this runtime: what page rates are measured against. */
import { Hono } from 'hono';

const app = new Hono();
app.get('/', (c) => c.text('hello'));

export default app;
