// Stands behind the glue that wasm-bindgen makes for worker.rs, and for office.rs. A question is a list: a function's name,
// then its arguments. The answer is a list of one; of nothing where the function did not come to an end or never arrived.
const program = wasm_bindgen({ module_or_path: self.location.href.replace(/\.js$/, '_bg.wasm') });

self.onmessage = async ({ data: [name, ...values] }) => {
  try {
    await program;
    self.postMessage([wasm_bindgen[name](...values)]);
  } catch (error) {
    console.error(error);
    self.postMessage([]);
  }
};
