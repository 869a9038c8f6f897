// Starting, watching and ending the processes of the peers' benchmark, and the proxy that counts
// bytes. Only what was started here is ended here.
import { execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import net from 'node:net';

export const phaseLimitMs = 120_000;
const maxOutput = 64 * 1024;
const ticksPerSecond = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));
const running = new Set();

/** A process whose output is kept (the last of it) and can be waited for. */
export class Program {
  constructor(command, args, options = {}) {
    this.output = '';
    this.name = options.name ?? command;
    this.child = spawn(command, args.map(String), {
      cwd: options.cwd,
      env: { ...process.env, ...options.env },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    running.add(this);
    this.ended = new Promise((told) => {
      this.child.on('exit', (code, signal) => told(signal ?? code));
      this.child.on('error', (error) => told(error.message));
    });
    this.ended.then((how) => {
      this.how = how;
      running.delete(this);
      this.wake?.();
    });
    for (const stream of [this.child.stdout, this.child.stderr])
      stream.on('data', (text) => {
        this.output = (this.output + text).slice(-maxOutput);
        this.wake?.();
      });
    this.child.stdin.on('error', () => {});
  }

  get pid() {
    return this.child.pid;
  }

  say(word) {
    this.child.stdin.write(word + '\n');
  }

  /** Until the output matches; the match. */
  async shown(pattern, limitMs = phaseLimitMs) {
    const end = Date.now() + limitMs;
    for (;;) {
      const found = this.output.match(pattern);
      if (found) return found;
      if (this.how !== undefined) throw Error(`${this.name} ended (${this.how}): ${this.lastLines()}`);
      if (Date.now() > end) throw Error(`${this.name} not done after ${limitMs / 1000} s`);
      await new Promise((woken) => {
        const timer = setTimeout(woken, 1000);
        this.wake = () => (clearTimeout(timer), woken());
      });
    }
  }

  /** Until it ends by itself; fails unless with 0. */
  async finished(limitMs = phaseLimitMs) {
    const timer = setTimeout(() => this.child.kill('SIGKILL'), limitMs);
    const how = await this.ended;
    clearTimeout(timer);
    if (how !== 0) throw Error(`${this.name} ended (${how}): ${this.lastLines()}`);
    return this.output;
  }

  async end() {
    this.child.kill('SIGTERM');
    const timer = setTimeout(() => this.child.kill('SIGKILL'), 5000);
    await this.ended;
    clearTimeout(timer);
  }

  lastLines() {
    const lines = this.output.trim().split('\n').filter((line) => /\S/.test(line) && !/^\s+at /.test(line));
    return (lines.find((line) => /Error|error/.test(line)) ?? lines.at(-1) ?? 'no output').trim().slice(0, 200);
  }

  /** Seconds of CPU so far, own and in the kernel. */
  cpuSeconds() {
    const stat = fs.readFileSync(`/proc/${this.pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
  }

  peakMiB() {
    const status = fs.readFileSync(`/proc/${this.pid}/status`, 'utf8');
    return Number(status.match(/VmHWM:\s*(\d+)/)[1]) / 1024;
  }
}

export function endAll() {
  for (const program of running) program.child.kill('SIGKILL');
}

/** A TCP proxy on loopback: every client goes through it, ours and theirs, and it counts. */
export class CountingProxy {
  static async open() {
    const proxy = new CountingProxy();
    proxy.bytes = 0;
    proxy.server = net.createServer({ noDelay: true, allowHalfOpen: true }, (near) => {
      const far = net.connect({ port: proxy.target, host: '127.0.0.1', noDelay: true, allowHalfOpen: true });
      for (const [from, to] of [[near, far], [far, near]]) {
        from.on('data', (some) => (proxy.bytes += some.length));
        from.on('error', () => to.destroy());
        from.pipe(to);
      }
    });
    await new Promise((listening) => proxy.server.listen(0, '127.0.0.1', listening));
    proxy.port = proxy.server.address().port;
    return proxy;
  }

  close() {
    this.server.close();
  }
}

export async function freePort() {
  const server = net.createServer();
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address();
  await new Promise((closed) => server.close(closed));
  return port;
}

export const sleep = (ms) => new Promise((done) => setTimeout(done, ms));

/** Until something listens there, or the program is gone. */
export async function listening(port, program, limitMs = 30_000) {
  for (const end = Date.now() + limitMs; Date.now() < end; await sleep(50)) {
    if (program.how !== undefined) break;
    const answers = await new Promise((told) => {
      const socket = net.connect(port, '127.0.0.1', () => (socket.destroy(), told(true)));
      socket.on('error', () => told(false));
    });
    if (answers) return;
  }
  throw Error(`${program.name} did not start: ${program.lastLines()}`);
}

export const numberAt = (port) =>
  new Promise((told) =>
    http
      .get({ port, host: '127.0.0.1' }, (answer) => {
        let text = '';
        answer.on('data', (some) => (text += some));
        answer.on('end', () => told(Number(text)));
      })
      .on('error', () => told(0)));
