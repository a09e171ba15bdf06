// Says in one sentence what is wrong where the sources could not even be read. Plain JavaScript, for any Node.
const NEEDED = [22, 18]; // the first that runs TypeScript as it is
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < NEEDED[0] || (major === NEEDED[0] && minor < NEEDED[1])) {
  console.error(
    `Node ${NEEDED.join('.')} or newer is needed, this is ${process.versions.node}: run "npm ci" (on Linux and Windows it brings Node 24), or install a newer Node.`,
  );
  process.exit(1);
}
