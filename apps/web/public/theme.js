// Runs before the first paint, as a file of its own: the content security policy allows no inline script.
// Keeps data-theme and data-density on <html> true to the reader's choice as this device remembers it, and prints in light.
(() => {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const print = matchMedia("print");
  const chosen = (key) => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };
  const apply = () => {
    const choice = chosen("termwise.theme");
    const theme = choice === "light" || choice === "dark" ? choice : dark.matches ? "dark" : "light";
    document.documentElement.dataset.theme = print.matches ? "light" : theme;
    document.documentElement.dataset.density =
      chosen("termwise.density") === "comfortable" ? "comfortable" : "compact";
  };
  apply();
  dark.addEventListener("change", apply);
  print.addEventListener("change", apply);
  addEventListener("storage", apply);
  addEventListener("termwise:theme", apply);
})();
