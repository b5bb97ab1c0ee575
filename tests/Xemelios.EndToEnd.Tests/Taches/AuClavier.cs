using Microsoft.Playwright;

namespace Xemelios.EndToEnd.Tests.Taches;

/// <summary>What somebody without a mouse does: Tab from one thing to the next, Enter on the one he wants.</summary>
internal static class AuClavier
{
    private const int PlusDePas = 600;

    /// <summary>Goes to an element by Tab alone, as many times as it takes.</summary>
    public static async Task AtteindreAsync(this Fenetre fenetre, ILocator element, string touche = "Tab")
    {
        await element.First.WaitForAsync();
        for (var pas = 0; !await element.First.EvaluateAsync<bool>("e => e === document.activeElement"); pas++)
        {
            Assert.True(pas < PlusDePas, $"La touche {touche} n'atteint pas {element}.");
            await fenetre.Page.Keyboard.PressAsync(touche);
        }
    }

    /// <summary>Goes to an element and presses Enter on it.</summary>
    public static async Task ValiderAsync(this Fenetre fenetre, ILocator element)
    {
        await fenetre.AtteindreAsync(element);
        await fenetre.Page.Keyboard.PressAsync("Enter");
    }

    public static ILocator Lien(this Fenetre fenetre, string nom) => fenetre.Page.Locator("main").GetByRole(AriaRole.Link, new() { Name = nom });

    public static async Task TouchesAsync(this Fenetre fenetre, params string[] touches)
    {
        foreach (var touche in touches)
            await fenetre.Page.Keyboard.PressAsync(touche);
    }
}
