// Runs before the first paint, as a file of its own: the content security policy allows no inline script.
// Keeps data-theme on <html> true to the reader's choice ("light", "dark" or "system") and prints in light.
(() => {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const print = matchMedia("print");
  const chosen = () => {
    try {
      return localStorage.getItem("termwise.theme");
    } catch {
      return null;
    }
  };
  const apply = () => {
    const choice = chosen();
    const theme = choice === "light" || choice === "dark" ? choice : dark.matches ? "dark" : "light";
    document.documentElement.dataset.theme = print.matches ? "light" : theme;
  };
  apply();
  dark.addEventListener("change", apply);
  print.addEventListener("change", apply);
  addEventListener("storage", apply);
  addEventListener("termwise:theme", apply);
})();
