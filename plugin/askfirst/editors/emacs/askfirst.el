;;; askfirst.el --- askfirst through eglot (Emacs 29, or eglot 1.9 from a package archive)  -*- lexical-binding: t -*-

;; Put (load "/path/to/askfirst.el") into your init file.
;; Another command than "askfirst server":  (setq askfirst-command '("/home/me/venv/bin/askfirst" "server"))
;; Settings:                                (setq askfirst-settings '(:language "de" :pause 350))

;;; Code:

(require 'eglot)
(require 'cl-lib)

(defvar askfirst-command '("askfirst" "server")
  "Command that starts the server.")

(defvar askfirst-settings nil
  "Property list of settings: :language, :pause, :notes.")

(defclass askfirst-server (eglot-lsp-server) ()
  :documentation "The askfirst language server.")

(cl-defmethod eglot-initialization-options ((_server askfirst-server))
  "Hand over `askfirst-settings'."
  (or askfirst-settings eglot--{}))

;; Eglot before 1.16 opens no document that a server asks for.
(unless (cl-find-method 'eglot-handle-request nil '(t (eql window/showDocument)))
  (cl-defmethod eglot-client-capabilities :around ((_server askfirst-server))
    "Say that documents can be shown."
    (let* ((capabilities (cl-call-next-method))
           (window (plist-get capabilities :window)))
      (plist-put capabilities :window (append '(:showDocument (:support t)) window))))

  (cl-defmethod eglot-handle-request
    ((_server askfirst-server) (_method (eql window/showDocument)) &key uri external selection &allow-other-keys)
    "Open URI here, or with EXTERNAL in a browser, at SELECTION."
    (if (eq external t)
        (browse-url uri)
      (pop-to-buffer (find-file-noselect (eglot--uri-to-path uri)))
      (when selection
        (goto-char (point-min))
        (forward-line (plist-get (plist-get selection :start) :line))))
    '(:success t)))

(defun askfirst--contact (&optional _interactive)
  "Class and command for eglot."
  (cons 'askfirst-server askfirst-command))

(add-to-list 'eglot-server-programs
             '((tex-mode latex-mode plain-tex-mode LaTeX-mode bibtex-mode typst-mode typst-ts-mode) . askfirst--contact))

(dolist (hook '(tex-mode-hook LaTeX-mode-hook bibtex-mode-hook typst-mode-hook typst-ts-mode-hook))
  (add-hook hook #'eglot-ensure))

;; Answer files: a server of their own, so that other TOML files keep theirs.
(defun askfirst--answer ()
  "Start askfirst in a recorded answer."
  (when (and buffer-file-name
             (string-match-p "/\\.askfirst/answers/[^/]+\\.toml\\'" buffer-file-name))
    (setq-local eglot-server-programs `((,major-mode . askfirst--contact)))
    (eglot-ensure)))

(add-hook 'find-file-hook #'askfirst--answer)

(provide 'askfirst)
;;; askfirst.el ends here
