-- askfirst in Neovim 0.7 and later: put this file into ~/.config/nvim/plugin/
--
-- Another command than `askfirst server`:  vim.g.askfirst_command = { "/home/me/venv/bin/askfirst", "server" }
-- Settings:                                vim.g.askfirst_settings = { language = "de", pause = 350, notes = true }

local patterns = {
  "*.tex", "*.ltx", "*.latex", "*.[rs]nw", "*.[RS]nw", "*.bib", "*.bbl", "*.md", "*.markdown", "*.qmd", "*.rmd", "*.Rmd",
  "*.rmarkdown", "*.Rmarkdown", "*.myst", "*.typ", "CITATION.cff", "metadata.yaml", "metadata.yml", "myst.yml",
  "_quarto.yml",
  ".zenodo.json", "codemeta.json", "*[Aa]uthor*.[ct]sv", "*[Aa]uthor*.toml", "*[Aa]utor*.[ct]sv", "*[Aa]utor*.toml",
  "*[Aa]uteur*.[ct]sv", "*[Aa]uteur*.toml", "*[Vv]erfasser*.[ct]sv", "*[Vv]erfasser*.toml", "*[Pp]articipant*.[ct]sv",
  "*[Pp]articipant*.toml", "*[Tt]eilnehm*.[ct]sv", "*[Tt]eilnehm*.toml", "*/.askfirst/answers/*.toml",
}
local started = {}

local function root_of(file)
  local folder = vim.fn.fnamemodify(file, ":p:h")
  local git = vim.fn.finddir(".git", vim.fn.fnameescape(folder) .. ";")
  return git ~= "" and vim.fn.fnamemodify(git, ":p:h:h") or folder
end

-- Before 0.9, Neovim opens no document that a server asks for.
local function show_document(_, wanted)
  if wanted.external then
    local opener = vim.fn.has("mac") == 1 and "open" or "xdg-open"
    return { success = vim.fn.jobstart({ opener, wanted.uri }, { detach = true }) > 0 }
  end
  vim.cmd("hide edit " .. vim.fn.fnameescape(vim.uri_to_fname(wanted.uri)))
  if wanted.selection then
    local start = wanted.selection.start
    pcall(vim.api.nvim_win_set_cursor, 0, { start.line + 1, start.character })
  end
  return { success = true }
end

local function on_attach(client, buffer)
  if not vim.lsp.codelens or not vim.fn.expand("#" .. buffer .. ":e"):match("tex$") then
    return
  end
  vim.api.nvim_create_autocmd({ "DiagnosticChanged", "BufEnter", "InsertLeave" }, {
    buffer = buffer,
    callback = function()
      if vim.api.nvim_get_current_buf() == buffer and not client.is_stopped() then
        vim.lsp.codelens.refresh()
      end
    end,
  })
end

local function configuration(root)
  local config = {
    name = "askfirst",
    cmd = vim.g.askfirst_command or { "askfirst", "server" },
    root_dir = root,
    init_options = vim.g.askfirst_settings or vim.empty_dict(),
    capabilities = vim.lsp.protocol.make_client_capabilities(),
    on_attach = on_attach,
  }
  if not vim.lsp.handlers["window/showDocument"] then
    config.handlers = { ["window/showDocument"] = show_document }
    config.capabilities.window.showDocument = { support = true }
  end
  return config
end

local function attach(buffer)
  local file = vim.api.nvim_buf_get_name(buffer)
  local config = configuration(root_of(file))
  if vim.fn.executable(config.cmd[1]) == 0 then
    vim.notify_once("askfirst is not installed here, so nothing is asked: pip install /path/to/askfirst", vim.log.levels.WARN)
  elseif vim.lsp.start then
    vim.lsp.start(config, { bufnr = buffer })
  else
    local id = started[config.root_dir]
    if not id or not vim.lsp.get_client_by_id(id) then
      id = vim.lsp.start_client(config)
      started[config.root_dir] = id
    end
    vim.lsp.buf_attach_client(buffer, id)
  end
end

vim.api.nvim_create_autocmd({ "BufReadPost", "BufNewFile" }, {
  group = vim.api.nvim_create_augroup("askfirst", {}),
  pattern = patterns,
  callback = function(event)
    attach(event.buf)
  end,
})
