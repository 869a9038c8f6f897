// The same births through hotich and through the peers of npm, in turns: up from a first client,
// down to a second, fresh one. ./dev bench peers starts it.
//   node run.mjs --programs DIR --folder DIR [--scale X] [--rounds N] [--seconds N] [--only NAME,…] [--json]
import fs from 'node:fs';
import os from 'node:os';
import { parseArgs } from 'node:util';
import { npmPeers, OurPeer } from './peers.mjs';
import { CountingProxy, endAll } from './processes.mjs';
import { asMeasures, median, print } from './report.mjs';

const fullSize = 20_000;

function wanted() {
  const { values } = parseArgs({
    options: {
      programs: { type: 'string' },
      folder: { type: 'string' },
      scale: { type: 'string', default: '1' },
      rounds: { type: 'string', default: '3' },
      seconds: { type: 'string', default: '300' },
      only: { type: 'string', default: '' },
      json: { type: 'boolean', default: false },
    },
  });
  const scale = Number(values.scale);
  const rounds = Number(values.rounds);
  if (!(scale >= 0.001 && scale <= 10)) throw Error('--scale is between 0.001 and 10');
  if (!(Number.isInteger(rounds) && rounds >= 1 && rounds <= 100)) throw Error('--rounds is between 1 and 100');
  const seconds = Number(values.seconds);
  if (!(seconds >= 1 && seconds <= 7200)) throw Error('--seconds is between 1 and 7200');
  const names = values.only ? values.only.split(',') : npmPeers.map((peer) => peer.name);
  const unknown = names.find((name) => !npmPeers.some((peer) => peer.name === name));
  if (unknown) throw Error(`no peer is called ${unknown}`);
  return { ...values, rounds, seconds, names, count: Math.max(100, Math.round(fullSize * scale)) };
}

/** One way, from GO until everything is acknowledged (up) or there (down). */
async function phase(at, role, count, proxy) {
  const client = at.client(role);
  await client.shown(/^READY$/m);
  const bytes = proxy.bytes;
  const cpu = at.server.cpuSeconds();
  const clientCpu = client.cpuSeconds();
  const begin = performance.now();
  client.say('GO');
  await at.done(client, role);
  const figures = {
    rate: count / ((performance.now() - begin) / 1000),
    wire: (proxy.bytes - bytes) / count,
    serverCpu: ((at.server.cpuSeconds() - cpu) / count) * 1e6,
    clientCpu: ((client.cpuSeconds() - clientCpu) / count) * 1e6,
  };
  if (at.checks) {
    client.say('EXIT');
    await client.finished();
  } else {
    await client.end();
  }
  return figures;
}

async function round(peer, settings) {
  fs.mkdirSync(settings.folder);
  let at;
  try {
    at = await peer.open(settings);
    const up = await phase(at, 'push', settings.count, settings.proxy);
    const down = await phase(at, 'pull', settings.count, settings.proxy);
    return { up, down, memory: at.server.peakMiB() };
  } finally {
    await at?.server.end();
    endAll(); // a client left over by a failure, or a server that never opened
    fs.rmSync(settings.folder, { recursive: true, force: true });
  }
}

const firstLine = (error) => String(error.message).split('\n')[0];

async function measureAll(chosen, folder, proxy, tell) {
  const ours = new OurPeer(chosen.programs, folder);
  const bytes = await ours.prepare(chosen.count, proxy);
  const ready = (performance.now() / 1000).toFixed(0);
  tell(`${ready} s: ${chosen.count} births of ${Math.round(bytes / chosen.count)} bytes are ready`);
  const peers = [ours, ...npmPeers.filter((peer) => chosen.names.includes(peer.name))];
  const all = peers.map((peer) => ({ peer, count: Math.min(chosen.count, peer.most ?? Infinity), rounds: [] }));
  let longest = 0;
  for (let turn = 0; turn < chosen.rounds; ++turn) {
    const begin = performance.now();
    for (const entry of all) {
      if (entry.failed) continue; // said once, not tried again
      const settings = { folder: `${folder}/${entry.peer.name}-${turn}`, count: entry.count, recordFile: ours.recordFile, proxy };
      try {
        entry.rounds.push(await round(entry.peer, settings));
      } catch (error) {
        entry.failed = firstLine(error);
      }
      const at = (performance.now() / 1000).toFixed(0);
      tell(`${at} s, round ${turn + 1}: ${entry.peer.name} ${entry.failed ? 'failed: ' + entry.failed : 'done'}`);
    }
    longest = Math.max(longest, performance.now() - begin);
    if (turn + 1 < chosen.rounds && performance.now() + longest > chosen.seconds * 1000) {
      tell(`no time for another round in ${chosen.seconds} s (--seconds)`);
      break;
    }
  }
  return { all: all.map(summary), bytes: bytes / chosen.count };
}

function summary({ peer, count, rounds, failed }) {
  const told = { name: peer.name, title: peer.title, store: peer.store, durable: peer.durable, note: peer.note ?? '' };
  if (rounds.length === 0) return { ...told, failed };
  const way = (name) =>
    Object.fromEntries(Object.keys(rounds[0][name]).map((key) => [key, median(rounds.map((each) => each[name][key]))]));
  return {
    ...told,
    count,
    rounds: rounds.length,
    failed,
    facts: peer.facts(),
    up: way('up'),
    down: way('down'),
    memory: median(rounds.map((each) => each.memory)),
  };
}

const chosen = wanted();
fs.mkdirSync(chosen.folder, { recursive: true });
const folder = fs.mkdtempSync(chosen.folder + '/bench-peers-');
const clean = () => {
  endAll();
  fs.rmSync(folder, { recursive: true, force: true });
};
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.on(signal, () => {
    clean();
    process.exit(130);
  });
const begin = performance.now();
const proxy = await CountingProxy.open();
try {
  const measured = await measureAll(chosen, folder, proxy, (line) => console.error(line));
  const context = {
    load: os.loadavg()[0],
    seconds: (performance.now() - begin) / 1000,
    recordBytes: measured.bytes,
    node: process.version,
  };
  const measures = asMeasures(measured.all);
  if (chosen.json) console.log(JSON.stringify({ peers: measures, peers_table: measured.all, peers_context: context }));
  else print(measured.all, measures, context);
  if (measured.all[0].failed) process.exitCode = 1; // ours
} finally {
  proxy.close();
  clean();
}
