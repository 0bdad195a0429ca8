/** Runs tasks side by side: the judges are programs of their own, and each takes a processor. */
const WIDTH = 2

/** Calls the function for each item, two at a time, in order. */
export async function eachOf(items, work) {
  const rest = items.values()
  const worker = async () => {
    for (const item of rest) await work(item)
  }
  await Promise.all(Array.from({ length: WIDTH }, worker))
}
