using System.Globalization;
using Xemelios.Samples;

return args switch
{
    ["data-samples", var dossier] => DossierDEchantillons.Ecrire(dossier),
    ["verifier", var dossier] => DossierDEchantillons.Verifier(dossier),
    ["livraison", var dossier, var graine] => DossierDEchantillons.EcrireLivraison(dossier, ulong.Parse(graine, CultureInfo.InvariantCulture)),
    ["hostiles", var dossier] => DossierDEchantillons.EcrireHostiles(dossier),
    ["gros", var fichier, var nombre] => Gros(fichier, int.Parse(nombre, CultureInfo.InvariantCulture)),
    _ => Usage(),
};

static int Gros(string fichier, int bulletins)
{
    using var flux = File.Create(fichier);
    var totaux = Generateur.GrosFichier(flux, bulletins);
    Console.WriteLine($"{fichier} : {totaux.Bulletins} bulletins, {totaux.Lignes} lignes, brut {Centimes.Texte(totaux.Brut)}, {flux.Length} octets");
    return 0;
}

static int Usage()
{
    Console.Error.WriteLine("usage : data-samples DOSSIER | verifier DOSSIER | livraison DOSSIER GRAINE | hostiles DOSSIER | gros FICHIER NOMBRE");
    return 25;
}
