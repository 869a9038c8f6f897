// Who is measured and how each is started. A peer of npm is one file here, NAME.mjs; ours are the
// programs of build/bin. Each gives `open(round)`: a fresh server and what starts its clients.
import fs from 'node:fs';
import path from 'node:path';
import { freePort, listening, numberAt, phaseLimitMs, Program, sleep } from './processes.mjs';

const here = import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname);
const modules = path.join(here, 'node_modules');
const node = process.execPath;

function facts(packages) {
  return packages
    .map((name) => JSON.parse(fs.readFileSync(path.join(modules, name, 'package.json'), 'utf8')))
    .map(({ name, version, license }) => `${name} ${version} (${license})`)
    .join(', ');
}

/** A peer of npm; `acknowledged` by its own protocol, or else asked of its server from outside. */
function npmPeer(name, { title, store, packages, acknowledged, most, note, serverProgram }) {
  return {
    name,
    title,
    store,
    most,
    note,
    durable: store !== 'memory',
    facts: () => facts(packages),
    async open({ folder, count, recordFile, proxy }) {
      const port = await freePort();
      const control = await freePort();
      const env = (at) => ({
        PEER_FOLDER: folder,
        PEER_PORT: String(at),
        PEER_CONTROL_PORT: String(control),
        PEER_RECORDS: recordFile,
        PEER_COUNT: String(count),
        NODE_ENV: 'production',
      });
      const script = path.join(here, name + '.mjs');
      const command = serverProgram ? serverProgram(port, folder) : [script, 'server'];
      const server = new Program(node, ['--require', path.join(here, 'loopback.cjs'), ...command], {
        name: name + ' server',
        cwd: folder,
        env: env(port),
      });
      await listening(port, server);
      proxy.target = port;
      const client = (role) =>
        new Program(node, [script, role], { name: `${name} ${role}`, cwd: folder, env: env(proxy.port) });
      const done = async (program, role) => {
        if (acknowledged || role === 'pull') return program.shown(/^DONE$/m);
        for (const end = Date.now() + phaseLimitMs; (await numberAt(control)) < count; await sleep(20)) {
          if (program.how !== undefined) throw Error(`${program.name} ended: ${program.lastLines()}`);
          if (Date.now() > end) throw Error(`${program.name}: not stored after ${phaseLimitMs / 1000} s`);
        }
      };
      return { server, client, done };
    },
  };
}

export const npmPeers = [
  npmPeer('pouchdb', {
    title: 'PouchDB ↔ pouchdb-server',
    store: 'LevelDB',
    packages: ['pouchdb', 'pouchdb-server'],
    acknowledged: true,
    serverProgram: (port, folder) => {
      fs.mkdirSync(folder + '/server');
      return [
        path.join(modules, 'pouchdb-server/bin/pouchdb-server'),
        ...['--port', String(port), '--host', '127.0.0.1', '--dir', folder + '/server'],
        ...['--level', 'error', '--no-stdout-logs'],
      ];
    },
  }),
  npmPeer('jazz', {
    title: 'Jazz',
    store: 'SQLite',
    packages: ['jazz-run', 'cojson'],
    acknowledged: true,
  }),
  npmPeer('yjs', {
    title: 'Yjs, y-websocket',
    store: 'LevelDB',
    packages: ['yjs', 'y-websocket', 'y-leveldb'],
    acknowledged: false,
  }),
  npmPeer('automerge', {
    title: 'automerge-repo',
    store: 'files',
    packages: ['@automerge/automerge', '@automerge/automerge-repo'],
    acknowledged: false,
  }),
  npmPeer('tinybase', {
    title: 'TinyBase',
    store: 'one file',
    packages: ['tinybase'],
    acknowledged: false,
    most: 5000,
    note: 'its second client never finishes a larger table',
  }),
  npmPeer('rxdb', {
    title: 'RxDB websocket',
    store: 'memory',
    packages: ['rxdb'],
    acknowledged: true,
    note: 'not durable: its free storage for servers is memory',
  }),
];

/** Ours: prepared once, copied for every round, so that the births are registered only once. */
export class OurPeer {
  name = 'hotich';
  title = 'Hộ tịch';
  store = 'SQLite, encrypted';
  durable = true;
  facts = () => 'hotich-server, HTTPS, every check, encrypted registers on both desks';

  constructor(programs, folder) {
    this.programs = programs;
    this.prepared = path.join(folder, 'prepared');
    this.recordFile = path.join(folder, 'records.ndjson');
  }

  async prepare(count, proxy) {
    fs.mkdirSync(this.prepared);
    await this.tool(['init', '--data', this.prepared + '/server', '--admin', 'bench']);
    const server = await this.serve(this.prepared, proxy);
    const pushCode = await this.enrolCode();
    this.pullCode = await this.enrolCode();
    const url = `https://127.0.0.1:${proxy.port}`;
    const args = ['prepare', '--server', url, '--code', pushCode, '--record-file', this.recordFile];
    const output = await this.desk(this.prepared, count, args).finished(2 * phaseLimitMs);
    await server.end();
    this.url = url;
    return Number(output.match(/^BYTES (\d+)$/m)[1]);
  }

  async open({ folder, count, proxy }) {
    fs.cpSync(this.prepared, folder, { recursive: true });
    const server = await this.serve(folder, proxy);
    const client = (role) =>
      role === 'push'
        ? this.desk(folder, count, ['push'])
        : this.desk(folder, count, ['pull', '--server', this.url, '--code', this.pullCode]);
    return { server, client, done: (program) => program.shown(/^DONE$/m), checks: true };
  }

  desk(folder, count, args) {
    const file = `${folder}/${args[0] === 'pull' ? 'second' : 'first'}.hotich`;
    return new Program(`${this.programs}/hotich-peers-client`, [...args, '--register', file, '--records', count], {
      name: 'hotich ' + args[0],
      env: { QT_QPA_PLATFORM: 'offscreen' },
    });
  }

  tool(args) {
    return new Program(`${this.programs}/hotich-server`, args, { name: 'hotich-server ' + args[0] }).finished();
  }

  async enrolCode() {
    const args = ['enrol-code', '--data', this.prepared + '/server', '--office', '00004', '--json'];
    const output = await this.tool([...args, '--signer', 'Trần Thị Lan;Chủ tịch', '--allow-certificate-without-pin']);
    return JSON.parse(output.slice(output.indexOf('{'))).code;
  }

  async serve(folder, proxy) {
    const args = ['serve', '--data', folder + '/server', '--listen', '127.0.0.1:0'];
    const server = new Program(`${this.programs}/hotich-server`, args, { name: 'hotich-server' });
    proxy.target = Number((await server.shown(/listening on 127\.0\.0\.1:(\d+)/, 30_000))[1]);
    return server;
  }
}
