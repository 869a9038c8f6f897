// The table of the peers' benchmark and the ratios that the goals are about, in the form of every
// other benchmark's JSON.

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)];
}

function measure(name, unit, ours, reference, referenceName, goal) {
  const ratio = reference ? ours / reference : 0;
  return { name, unit, ours, reference: reference ?? 0, ratio, reference_name: referenceName, goal };
}

/** @param all summaries, ours first */
export function asMeasures(all) {
  const [ours, ...peers] = all;
  if (!ours.up) return [];
  const pouch = peers.find((peer) => peer.name === 'pouchdb' && peer.up);
  const best = (way) =>
    peers.filter((peer) => peer.up && peer.durable).sort((a, b) => b[way].rate - a[way].rate)[0];
  const cpu = (peer) => peer && peer.up.serverCpu + peer.down.serverCpu;
  return [
    measure('peers up', 'records/s', ours.up.rate, pouch?.up.rate, 'PouchDB', '>= 10'),
    measure('peers down, into an encrypted register', 'records/s', ours.down.rate, pouch?.down.rate, 'PouchDB', '>= 10'),
    measure('peers up, best durable', 'records/s', ours.up.rate, best('up')?.up.rate, best('up')?.title ?? '', '>= 3'),
    measure('peers down, best durable', 'records/s', ours.down.rate, best('down')?.down.rate, best('down')?.title ?? '', ''),
    measure('server CPU a record, up + down', 'µs', cpu(ours), cpu(pouch), 'PouchDB', '<= 1/15'),
    measure('server memory, peak', 'MiB', ours.memory, pouch?.memory, 'PouchDB', '<= 1/5'),
    measure('on the wire a record, up', 'bytes', ours.up.wire, pouch?.up.wire, 'PouchDB', '<= 1/7'),
    measure('on the wire a record, down', 'bytes', ours.down.wire, pouch?.down.wire, 'PouchDB (gzip)', ''),
  ];
}

function row(cells) {
  return cells.map((cell, n) => (n === 0 ? String(cell).padEnd(26) : String(cell).padStart(11))).join(' ');
}

const whole = (value) => Math.round(value).toLocaleString('en');

export function print(all, measures, context) {
  console.log(
    `peers (load ${context.load.toFixed(2)}, ${context.seconds.toFixed(0)} s, records of ` +
      `${whole(context.recordBytes)} bytes, node ${context.node})`,
  );
  console.log(row(['', 'up rec/s', 'down rec/s', 'up B/rec', 'down B/rec', 'server µs', 'down', 'client µs', 'down', 'MiB', 'records', 'rounds']));
  for (const peer of all) {
    if (!peer.up) {
      console.log(`${peer.title.padEnd(26)} could not be run: ${peer.failed}`);
      continue;
    }
    const { up, down } = peer;
    const cells = [up.rate, down.rate, up.wire, down.wire, up.serverCpu, down.serverCpu, up.clientCpu, down.clientCpu, peer.memory, peer.count, peer.rounds];
    console.log(row([peer.title, ...cells.map(whole)]));
    console.log(`    ${peer.store}; ${peer.facts}${peer.note ? '; ' + peer.note : ''}`);
    if (peer.failed) console.log(`    a round failed: ${peer.failed}`);
  }
  for (const item of measures)
    console.log(
      `  ${item.name.padEnd(40)} ${item.ours.toFixed(1).padStart(12)} ${item.unit.padEnd(10)} ` +
        `${item.reference.toFixed(1).padStart(12)} ${item.reference_name.padEnd(26)} ` +
        `ratio ${item.ratio.toFixed(3).padStart(8)}   goal ${item.goal}`,
    );
}
