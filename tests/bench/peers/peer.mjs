// What a peer's server and its two clients share. run.mjs starts them as processes of their own:
// `node NAME.mjs server|push|pull`. A client fills its store, says READY, waits for GO, works, says
// DONE once everything is acknowledged, and waits to be ended.
import fs from 'node:fs';
import http from 'node:http';

export const role = process.argv[2];
export const folder = process.env.PEER_FOLDER; // this round's, of server and clients
export const port = Number(process.env.PEER_PORT); // the server's own, or the counting proxy's
const controlPort = Number(process.env.PEER_CONTROL_PORT);

/** @returns {{id: string, text: string}[]} every record as its JSON text */
export function records() {
  const lines = fs.readFileSync(process.env.PEER_RECORDS, 'utf8').split('\n').filter(Boolean);
  return lines.slice(0, expected()).map((text, n) => ({ id: 'r' + String(n).padStart(8, '0'), text }));
}

export const expected = () => Number(process.env.PEER_COUNT);

/** Calls work with 1,000 records after the other. */
export async function inBatches(all, work) {
  for (let at = 0; at < all.length; at += 1000) await work(all.slice(at, at + 1000));
}

export const sleep = (ms) => new Promise((done) => setTimeout(done, ms));

export async function until(holds, ms = 10) {
  while (!(await holds())) await sleep(ms);
}

export function ready() {
  process.stdin.on('end', () => process.exit(1)); // run.mjs is gone
  return new Promise((go) => {
    process.stdin.on('data', (text) => String(text).includes('GO') && go());
    console.log('READY');
  });
}

export function done() {
  console.log('DONE');
  setInterval(() => {}, 1e6); // until run.mjs ends it
}

/** A peer without an acknowledgement of its own: run.mjs asks how many records the server has stored. */
export function tellStored(count) {
  http
    .createServer(async (_, answer) => {
      let stored = 0;
      try {
        stored = await count();
      } catch {
        stored = 0;
      }
      answer.end(String(stored));
    })
    .listen(controlPort, '127.0.0.1');
}
