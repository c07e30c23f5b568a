-- Drives a real Neovim through one session and prints what it saw, one JSON object a line.
local paper, steps, code = vim.env.PAPER, vim.env.OUT, vim.env.CODE or "AF101"
local function say(name, value)
  vim.fn.writefile({ vim.fn.json_encode({ step = name, value = value }) }, steps, "a")
end
local function await(name, test)
  if not vim.wait(20000, test, 20) then
    say("timeout", name)
    vim.cmd("cquit!")
  end
end
local function asked(buffer)
  return vim.tbl_map(function(d)
    return { d.lnum, d.col, d.end_col, d.severity, d.code or (d.user_data and d.user_data.lsp.code), d.message }
  end, vim.diagnostic.get(buffer))
end
local function code_of(d)
  return d.code or (d.user_data and d.user_data.lsp and d.user_data.lsp.code)
end
local function choose(title)
  vim.ui.select = function(items, options, chosen)
    for _, item in ipairs(items) do
      local action = item.action or item[2]
      if action.title:find(title, 1, true) then
        return chosen(item)
      end
    end
    say("not offered", vim.tbl_map(function(item) return (item.action or item[2]).title end, items))
  end
end

vim.cmd("edit " .. vim.fn.fnameescape(paper))
local tex = vim.api.nvim_get_current_buf()
await("diagnostics", function() return #vim.diagnostic.get(tex) > 0 end)
say("asked", asked(tex))

local lines = vim.api.nvim_buf_get_lines(tex, 0, -1, false)
local first
for _, d in ipairs(vim.diagnostic.get(tex)) do
  if code_of(d) == code then
    first = d
  end
end
say("words", lines[first.lnum + 1]:sub(first.col + 1, first.end_col))

-- typing before it on its line moves it, also with a character beyond the basic plane
vim.api.nvim_buf_set_text(tex, first.lnum, 0, first.lnum, 0, { "𝔄" })
await("moved", function()
  for _, d in ipairs(vim.diagnostic.get(tex)) do
    if code_of(d) == code and d.col == first.col + 4 then
      return true
    end
  end
end)
vim.cmd("undo")
await("moved back", function()
  for _, d in ipairs(vim.diagnostic.get(tex)) do
    if code_of(d) == code and d.col == first.col then
      return true
    end
  end
end)

-- hover
vim.api.nvim_win_set_cursor(0, { first.lnum + 1, first.col })
local answers = vim.lsp.buf_request_sync(tex, "textDocument/hover", vim.lsp.util.make_position_params(0, "utf-16"), 5000)
for _, answer in pairs(answers) do
  say("hover", answer.result and answer.result.contents.value or vim.NIL)
end

-- record an answer: the file is made, and opens
choose(vim.env.ACTION)
vim.lsp.buf.code_action()
await("answer file", function() return vim.api.nvim_buf_get_name(0):find("%.askfirst/answers/") end)
local answer = vim.api.nvim_get_current_buf()
say("file", vim.api.nvim_buf_get_name(answer))
say("content", vim.api.nvim_buf_get_lines(answer, 0, -1, false))
say("on disk", vim.fn.filereadable(vim.api.nvim_buf_get_name(answer)))
await("mistake", function()
  local found = vim.diagnostic.get(answer)
  return #found == 1 and code_of(found[1]) == "answer"
end)
say("mistake", asked(answer))

-- the person completes it and saves: the question goes
local done = vim.fn.json_decode(vim.env.ANSWER)
for n, line in ipairs(vim.api.nvim_buf_get_lines(answer, 0, -1, false)) do
  for key, value in pairs(done) do
    if value == "#" and line:match("^# " .. vim.pesc(key)) then
      vim.api.nvim_buf_set_lines(answer, n - 1, n, false, { line:sub(3) })
    elseif line:match("^#? ?" .. vim.pesc(key) .. " =") then
      vim.api.nvim_buf_set_lines(answer, n - 1, n, false, { key .. " = " .. value })
    end
  end
end
vim.cmd("write")
await("answered", function()
  for _, d in ipairs(vim.diagnostic.get(tex)) do
    if code_of(d) == code then
      return false
    end
  end
  return #vim.diagnostic.get(answer) == 0
end)
say("left", asked(tex))

-- closing clears
vim.cmd("buffer " .. tex)
vim.cmd("bwipeout! " .. tex)
local clients = vim.lsp.get_clients and vim.lsp.get_clients() or vim.lsp.get_active_clients()
say("clients", #clients)
vim.cmd("qall!")
