using Xemelios.Cli;

using var profil = Profil.Demande();
return await LigneDeCommande.ExecuterAsync(args, Console.Out, Console.Error);
