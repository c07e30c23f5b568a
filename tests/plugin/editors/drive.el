;;; drive.el --- drives a real Emacs with eglot through one session  -*- lexical-binding: t -*-

(require 'json)
(require 'flymake)
(setq eglot-confirm-server-initiated-edits nil
      eglot-sync-connect 10
      vc-handled-backends nil
      project-vc-merge-submodules nil
      ring-bell-function #'ignore)

(defvar out (getenv "OUT"))
(defun say (name value)
  (write-region (concat (json-encode `((step . ,name) (value . ,value))) "\n") nil out t 'quiet))

(defun await (name test)
  (let ((end (+ (float-time) 20)) done)
    (while (not (or (setq done (funcall test)) (> (float-time) end)))
      (accept-process-output nil 0.05))
    (unless done
      (say "timeout" name)
      (say "messages" (with-current-buffer "*Messages*" (buffer-string)))
      (kill-emacs 1))))

(defun asked ()
  (mapcar (lambda (d)
            (list (line-number-at-pos (flymake-diagnostic-beg d))
                  (buffer-substring-no-properties (flymake-diagnostic-beg d) (flymake-diagnostic-end d))
                  (format "%s" (flymake-diagnostic-type d))
                  (flymake-diagnostic-text d)))
          (flymake-diagnostics)))

(defun about-it (d)
  (string-match-p "Kim Il Sung University" (nth 1 d)))

(find-file (getenv "PAPER"))
(defvar tex (current-buffer))
(unless (eglot-current-server)
  (apply #'eglot (eglot--guess-contact)))
(await "server" #'eglot-current-server)
(await "asked" (lambda () (with-current-buffer tex (cl-some #'about-it (asked)))))
(say "asked" (vconcat (asked)))

(goto-char (point-min))
(search-forward "Kim Il Sung")
(say "hover"
     (plist-get (plist-get (jsonrpc-request (eglot--current-server-or-lose) :textDocument/hover
                                            (eglot--TextDocumentPositionParams))
                           :contents)
                :value))

(cl-letf (((symbol-function 'completing-read)
           (lambda (_prompt choices &rest _)
             (let ((titles (mapcar (lambda (c) (if (consp c) (car c) c)) (all-completions "" choices))))
               (say "offered" (vconcat titles))
               (cl-find-if (lambda (title) (string-match-p (getenv "ACTION") title)) titles)))))
  (let ((last-nonmenu-event t)) ; as after a key, not a click: no pop-up menu
    (eglot-code-actions (point) (point) nil t)))
(await "answer file" (lambda () (cl-some (lambda (b) (string-match-p "/\\.askfirst/answers/" (or (buffer-file-name b) "")))
                                         (buffer-list))))
(defvar answer (cl-find-if (lambda (b) (string-match-p "/\\.askfirst/answers/" (or (buffer-file-name b) ""))) (buffer-list)))
(say "file" (buffer-file-name answer))
(say "content" (with-current-buffer answer (buffer-string)))

(with-current-buffer answer
  (let ((done (json-read-from-string (getenv "ANSWER"))))
    (dolist (pair done)
      (goto-char (point-min))
      (when (re-search-forward (format "^#? ?%s =.*$" (car pair)) nil t)
        (replace-match (format "%s = %s" (car pair) (cdr pair)) t t))))
  (save-buffer))
(defun about-the-decision (d)
  "Whether D asks about paragraph 11: the second leg has an answer of its own."
  (string-match-p "paragraph 11" (format "%s" d)))
(await "answered" (lambda () (with-current-buffer tex (not (cl-some #'about-the-decision (asked))))))
(say "left" (vconcat (with-current-buffer tex (asked))))
(with-current-buffer tex (set-buffer-modified-p nil))
(kill-buffer tex)
(kill-emacs 0)
