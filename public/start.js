// Starts the program. The names of its files are on this script's own tag, because they change with each build.
const tag = document.querySelector('script[data-glue]');
const address = (name) => new URL(name, document.baseURI).href;

if (!document.documentElement.dataset.problem) {
  try {
    const glue = await import(address(tag.dataset.glue));
    await glue.default({ module_or_path: address(tag.dataset.wasm) });
  } catch (error) {
    console.error(error);
    // To boot.js this is one more script that did not load.
    tag.dispatchEvent(new Event('error'));
  }
}
