// Runs each flow by its name; prints one JSON object { name: "ok" | what went wrong }.
export async function run(flows) {
  const outcome = {};
  for (const [name, flow] of Object.entries(flows)) {
    try {
      await flow();
      outcome[name] = 'ok';
    } catch (error) {
      outcome[name] = `${error?.code ?? ''} ${error?.stack ?? error} ${error?.cause ? JSON.stringify(error.cause, Object.getOwnPropertyNames(error.cause)) : ''}`;
    }
  }
  process.stdout.write(JSON.stringify(outcome));
}

export async function refused(promise, error) {
  try {
    await promise;
  } catch (thrown) {
    if (thrown.error === error || thrown.cause?.error === error) {
      return;
    }
    throw thrown;
  }
  throw new Error(`expected to be refused with ${error}`);
}

export function same(actual, expected) {
  if (JSON.stringify(actual) !== JSON.stringify(expected)) {
    throw new Error(`expected ${JSON.stringify(expected)} but got ${JSON.stringify(actual)}`);
  }
}
