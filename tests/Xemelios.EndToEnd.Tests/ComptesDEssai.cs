using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Xemelios.EndToEnd.Tests;

/// <summary>The accounts of the tests, opened and used as people do.</summary>
internal static class ComptesDEssai
{
    public const string MotDePasse = "quatre mots faciles à retenir";

    /// <summary>Fills the screen of the first start.</summary>
    public static async Task RemplirLePremierDemarrage(this Fenetre fenetre)
    {
        foreach (var (champ, valeur) in new[]
        {
            ("administrateur-utilisateur", "ada.administratrice"), ("administrateur-nom", "Ada Administratrice"), ("administrateur-motdepasse", MotDePasse),
            ("poste", "099001"), ("libelle", "Trésorerie d'Exemple"),
            ("comptable-utilisateur", "claude.comptable"), ("comptable-nom", "Claude Comptable"), ("comptable-motdepasse", MotDePasse),
        })
            await fenetre.Page.Locator("#" + champ).FillAsync(valeur);
    }

    public static async Task OuvrirLesComptes(this Fenetre fenetre)
    {
        await fenetre.Page.GetByRole(AriaRole.Button, new() { Name = "Ouvrir les comptes" }).ClickAsync();
        await Expect(fenetre.Titre).ToHaveTextAsync("Connexion");
    }

    public static async Task SeConnecter(this Fenetre fenetre, string compte)
    {
        await fenetre.Page.Locator("#utilisateur").FillAsync(compte);
        await fenetre.Page.Locator("#motdepasse").FillAsync(MotDePasse);
        await fenetre.Page.GetByRole(AriaRole.Button, new() { Name = "Se connecter" }).ClickAsync();
        await Expect(fenetre.Page.Locator(".qui")).ToContainTextAsync(compte);
    }
}
